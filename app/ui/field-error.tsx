import { Icon } from "./icon";
import { useText } from "./use-text";

/** What is wrong with one field, beside it. */
export function FieldError({ id, error }: { id: string; error?: string }) {
  const { t } = useText();
  if (!error) return null;
  return (
    <p className="field-error" id={`${id}-error`}>
      <Icon name="warning" />
      <span>
        <span className="unseen">{t("common.fields.error")} </span>
        {error}
      </span>
    </p>
  );
}
