import { Moment } from "~/ui/moment";
import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";

export type Saving = "resting" | "saving" | "failed" | "refused" | "signed_out" | "conflict" | "leaving";

type Props = {
  state: Saving;
  savedAt: Date | null;
  /** Answers that are not taken as they are, with the reason where it is known. */
  refused: { question: string; label: string; because: string | null }[];
  /** On a shared device the browser keeps nothing. */
  keeps: boolean;
};

/** The line that says whether every word is safe: quiet while it is, and in view wherever she writes while it is not. */
export function SavingState({ state, savedAt, refused, keeps }: Props) {
  const { t, find, path } = useText();
  const reasonOf = (because: string | null) => (because ? find(`errors.reasons.${because}`) : undefined);
  return (
    <p className={`saving-state saving-${state === "resting" || state === "saving" ? state : "failed"}`} role="status">
      {state === "saving" ? t("apply.saving.saving") : null}
      {state === "failed" ? t(keeps ? "apply.saving.not_saved" : "apply.saving.not_saved_shared") : null}
      {state === "refused"
        ? refused.map(({ question, label, because }) => (
            <span className="saving-refused" key={question}>
              <a href={`#${question}`}>
                <bdi>{label}</bdi>
              </a>
              : {t("apply.saving.not_taken")} {reasonOf(because) ?? t("apply.saving.refused")}
            </span>
          ))
        : null}
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
