import { type Choice, ChoiceList } from "./choice-list";
import type { FieldProps } from "./field-frame";

export interface ChoiceFieldProps extends FieldProps {
  choices: Choice[];
  defaultValue?: string;
  /** Short answers stand side by side. */
  inline?: boolean;
}

/** One answer of a few: all of them are seen. */
export function ChoiceField({ choices, defaultValue, inline, ...field }: ChoiceFieldProps) {
  const isChosen = (value: string) => value === defaultValue;
  return <ChoiceList type="radio" {...{ field, choices, isChosen, inline }} />;
}
