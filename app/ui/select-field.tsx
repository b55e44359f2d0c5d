import { controlOf, FieldFrame, type FieldProps } from "./field-frame";
import { useText } from "./use-text";

export interface SelectFieldProps extends FieldProps {
  options: { value: string; label: string }[];
  defaultValue?: string;
  /** The first, empty line; without it "Choose one" stands there. */
  empty?: string;
}

/** One answer of many, such as a country. For a few, a ChoiceField shows them all. */
export function SelectField({ options, defaultValue = "", empty, ...field }: SelectFieldProps) {
  const { t } = useText();
  return (
    <FieldFrame field={field}>
      <select className="input input-medium" defaultValue={defaultValue} {...controlOf(field)}>
        <option value="">{empty ?? t("common.fields.choose")}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
