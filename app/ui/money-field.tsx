import { controlOf, FieldFrame, type FieldProps } from "./field-frame";
import { useText } from "./use-text";

export interface MoneyFieldProps extends FieldProps {
  currency: string;
  /** As typed, in whole units: "150000" or "150,000.50". */
  defaultValue?: string;
}

/** An amount with its currency always in sight. */
export function MoneyField({ currency, defaultValue, ...field }: MoneyFieldProps) {
  const { t } = useText();
  const unitId = `${field.id ?? field.name}-unit`;
  return (
    <FieldFrame field={field}>
      <div className="input-with-unit">
        <span className="input-unit" aria-hidden="true">
          {currency}
        </span>
        <input
          className="input input-number"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          dir="ltr"
          defaultValue={defaultValue}
          {...controlOf(field, unitId)}
        />
        <span className="unseen" id={unitId}>
          {t("common.fields.amount_in", { currency })}
        </span>
      </div>
    </FieldFrame>
  );
}
