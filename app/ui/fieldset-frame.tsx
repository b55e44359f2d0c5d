import type { ReactNode } from "react";
import { FieldError } from "./field-error";
import { describedBy, FieldHint, type FieldProps, idOf, OptionalMark } from "./field-frame";

/** A question answered by several controls: the legend is the question. */
export function FieldsetFrame({ field, children, kind }: { field: FieldProps; children: ReactNode; kind?: string }) {
  const id = idOf(field);
  return (
    <fieldset
      className={["field", "fieldset", kind, field.error ? "field-wrong" : ""].filter(Boolean).join(" ")}
      id={id}
      tabIndex={field.error ? -1 : undefined}
      disabled={field.disabled}
      aria-describedby={describedBy(id, field)}
    >
      <legend className="field-label">
        {field.label}
        {field.optional ? <OptionalMark /> : null}
      </legend>
      <FieldHint id={id} hint={field.hint} />
      <FieldError id={id} error={field.error} />
      {children}
    </fieldset>
  );
}
