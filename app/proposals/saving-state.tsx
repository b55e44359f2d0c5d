import { Moment } from "~/ui/moment";
import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";

export type Saving = "resting" | "saving" | "failed" | "refused" | "signed_out" | "conflict";

/** The quiet line that says whether every word is safe. */
export function SavingState({ state, savedAt }: { state: Saving; savedAt: Date | null }) {
  const { t, path } = useText();
  return (
    <p className={`saving-state saving-${state === "resting" || state === "saving" ? state : "failed"}`} role="status">
      {state === "saving" ? t("apply.saving.saving") : null}
      {state === "failed" ? t("apply.saving.not_saved") : null}
      {state === "refused" ? t("apply.saving.refused") : null}
      {state === "conflict" ? t("apply.saving.conflict") : null}
      {state === "signed_out" ? (
        <>
          {t("apply.saving.signed_out")}{" "}
          <a href={paths.signIn(path)} target="_blank" rel="noreferrer">
            {t("apply.saving.sign_in")}
          </a>
        </>
      ) : null}
      {state === "resting" && savedAt ? (
        <>
          {t("apply.saving.saved")}{" "}
          <Moment at={savedAt} zone={Intl.DateTimeFormat().resolvedOptions().timeZone} style="clock" />
        </>
      ) : null}
    </p>
  );
}
