import { controlOf, FieldFrame, type FieldProps } from "./field-frame";

export interface NumberFieldProps extends FieldProps {
  defaultValue?: string | number;
  /** A unit after the box, such as "months". */
  unit?: string;
}

/** Digits, typed as people type them; the server reads them. */
export function NumberField({ defaultValue, unit, ...field }: NumberFieldProps) {
  return (
    <FieldFrame field={field}>
      <div className="input-with-unit">
        <input
          className="input input-number"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          dir="ltr"
          defaultValue={defaultValue}
          {...controlOf(field)}
        />
        {unit ? <span className="input-unit">{unit}</span> : null}
      </div>
    </FieldFrame>
  );
}
