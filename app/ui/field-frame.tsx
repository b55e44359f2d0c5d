import type { ReactNode } from "react";
import { FieldError } from "./field-error";
import { useText } from "./use-text";

/** What every field has in common: a real label, a hint, and what is wrong, said in words. */
export interface FieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  /** Only when one name stands twice on a page. The summary of errors links to it. */
  id?: string;
  /** Says "optional" beside the label. */
  optional?: boolean;
  /** Sets the attribute; forms carry `noValidate`, so the words are ours. */
  required?: boolean;
  disabled?: boolean;
}

export function idOf(field: { name: string; id?: string }): string {
  return field.id ?? field.name;
}

export function describedBy(
  id: string,
  field: { hint?: ReactNode; error?: string },
  more?: string,
): string | undefined {
  const ids = [field.hint ? `${id}-hint` : "", field.error ? `${id}-error` : "", more ?? ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** The attributes of a control that tie it to its label, hint and error. */
export function controlOf(field: FieldProps, more?: string) {
  const id = idOf(field);
  return {
    id,
    name: field.name,
    required: field.required,
    disabled: field.disabled,
    "aria-describedby": describedBy(id, field, more),
    "aria-invalid": field.error ? (true as const) : undefined,
  };
}

export function FieldFrame({ field, children, after }: { field: FieldProps; children: ReactNode; after?: ReactNode }) {
  const id = idOf(field);
  return (
    <div className={field.error ? "field field-wrong" : "field"}>
      <label className="field-label" htmlFor={id}>
        {field.label}
        {field.optional ? <OptionalMark /> : null}
      </label>
      <FieldHint id={id} hint={field.hint} />
      <FieldError id={id} error={field.error} />
      {children}
      {after}
    </div>
  );
}

/** What helps to answer, tied to its control by `describedBy`. */
export function FieldHint({ id, hint }: { id: string; hint?: ReactNode }) {
  if (!hint) return null;
  return (
    <div className="field-hint" id={`${id}-hint`}>
      {hint}
    </div>
  );
}

export function OptionalMark() {
  const { t } = useText();
  return <span className="field-optional"> ({t("common.fields.optional")})</span>;
}
