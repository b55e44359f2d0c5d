import { FieldError } from "./field-error";
import { controlOf, type FieldProps, idOf } from "./field-frame";

export interface CheckboxFieldProps extends FieldProps {
  value?: string;
  defaultChecked?: boolean;
}

/** One statement to agree to. */
export function CheckboxField({ value = "yes", defaultChecked, ...field }: CheckboxFieldProps) {
  const id = idOf(field);
  return (
    <div className={field.error ? "field field-wrong" : "field"}>
      <FieldError id={id} error={field.error} />
      <div className="choice">
        <input type="checkbox" value={value} defaultChecked={defaultChecked} {...controlOf(field)} />
        <label htmlFor={id}>{field.label}</label>
        {field.hint ? (
          <div className="choice-hint" id={`${id}-hint`}>
            {field.hint}
          </div>
        ) : null}
      </div>
    </div>
  );
}
