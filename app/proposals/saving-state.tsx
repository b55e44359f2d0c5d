import { Moment } from "~/ui/moment";
import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";

export type Saving = "resting" | "saving" | "failed" | "refused" | "signed_out" | "conflict" | "leaving";

type Props = {
  state: Saving;
  savedAt: Date | null /** On a shared device the browser keeps nothing. */;
  keeps: boolean;
};

/** The quiet line that says whether every word is safe. */
export function SavingState({ state, savedAt, keeps }: Props) {
  const { t, path } = useText();
  return (
    <p className={`saving-state saving-${state === "resting" || state === "saving" ? state : "failed"}`} role="status">
      {state === "saving" ? t("apply.saving.saving") : null}
      {state === "failed" ? t(keeps ? "apply.saving.not_saved" : "apply.saving.not_saved_shared") : null}
      {state === "refused" ? t("apply.saving.refused") : null}
      {state === "leaving" ? t("apply.saving.leaving") : null}
      {state === "conflict" ? t("apply.saving.conflict") : null}
      {state === "signed_out" ? (
        <>
          {t(keeps ? "apply.saving.signed_out" : "apply.saving.signed_out_shared")}{" "}
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
