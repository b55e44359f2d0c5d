import { Moment } from "~/ui/moment";
import { useText } from "~/ui/use-text";

export type Saving = "resting" | "saving" | "failed";

/** The quiet line that says whether every word is safe. */
export function SavingState({ state, savedAt }: { state: Saving; savedAt: Date | null }) {
  const { t } = useText();
  return (
    <p className={`saving-state saving-${state}`} role="status">
      {state === "saving" ? t("apply.saving.saving") : null}
      {state === "failed" ? t("apply.saving.not_saved") : null}
      {state === "resting" && savedAt ? (
        <>
          {t("apply.saving.saved")} <Moment at={savedAt} style="clock" />
        </>
      ) : null}
    </p>
  );
}
