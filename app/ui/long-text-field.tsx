import { countIdOf, overClass } from "./counted-text";
import { controlOf, FieldFrame, type FieldProps, idOf } from "./field-frame";
import { useText } from "./use-text";

export interface LengthLimit {
  unit: "words" | "characters";
  most: number;
  least?: number;
  /** Counts as the server counts. */
  measure: (text: string) => number;
}

export interface LongTextFieldProps extends FieldProps {
  defaultValue?: string;
  rows?: number;
  limit?: LengthLimit;
  lang?: string;
}

export function LongTextField({ defaultValue = "", rows = 6, limit, lang, ...field }: LongTextFieldProps) {
  const countId = countIdOf(idOf(field));
  return (
    <FieldFrame
      field={field}
      after={limit ? <LengthUsed id={countId} limit={limit} used={limit.measure(defaultValue)} /> : null}
    >
      <textarea
        className="input input-long"
        dir="auto"
        lang={lang}
        rows={rows}
        defaultValue={defaultValue}
        {...controlOf(field, limit ? countId : undefined)}
      />
    </FieldFrame>
  );
}

function LengthUsed({ id, limit, used }: { id: string; limit: LengthLimit; used: number }) {
  const { t } = useText();
  const { unit, most, least } = limit;
  const over = used - most;
  return (
    <p
      className={over > 0 ? `field-count ${overClass}` : "field-count"}
      id={id}
      {...{ "data-unit": unit, "data-most": most }}
    >
      <span>
        {least ? t(`common.fields.${unit}_between`, { least, most }) : t(`common.fields.${unit}_at_most`, { most })}
      </span>
      <span className="numbers">
        {over > 0 ? t(`common.fields.${unit}_over`, { count: over }) : t(`common.fields.${unit}_used`, { used, most })}
      </span>
    </p>
  );
}
