import type { InputHTMLAttributes } from "react";
import { controlOf, FieldFrame, type FieldProps } from "./field-frame";

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "autoComplete" | "inputMode" | "maxLength" | "defaultValue" | "dir" | "spellCheck"
>;

export interface TextFieldProps extends FieldProps, Native {
  type?: "text" | "email" | "password" | "url" | "tel" | "search";
  /** How much is expected: the box is as wide as the answer. */
  width?: "short" | "medium" | "full";
}

export function TextField({ type = "text", width = "full", ...field }: TextFieldProps) {
  const { autoComplete, inputMode, maxLength, defaultValue, dir, spellCheck } = field;
  const native = { autoComplete, inputMode, maxLength, defaultValue, dir, spellCheck };
  return (
    <FieldFrame field={field}>
      <input className={`input input-${width}`} type={type} {...native} {...controlOf(field)} />
    </FieldFrame>
  );
}
