import { controlOf, FieldFrame, type FieldProps } from "./field-frame";

export interface DateFieldProps extends FieldProps {
  /** As 2026-04-11, or with `withTime` 2026-04-11T23:59. */
  defaultValue?: string;
  withTime?: boolean;
}

export function DateField({ defaultValue, withTime, ...field }: DateFieldProps) {
  return (
    <FieldFrame field={field}>
      <input
        className="input input-short"
        type={withTime ? "datetime-local" : "date"}
        defaultValue={defaultValue}
        {...controlOf(field)}
      />
    </FieldFrame>
  );
}
