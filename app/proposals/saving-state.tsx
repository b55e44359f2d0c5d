import type { ReactNode } from "react";
import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";
import { refusedMarks, type Saving, savingClass, savingId, savings } from "./saving-line";

type Props = {
  /** On a shared device the browser keeps nothing. */
  keeps: boolean;
};

/**
 * The line that says whether every word is safe: quiet while it is, and in view wherever she writes while it is not. It is
 * empty until a script has something to say; all that it may say is here already.
 */
export function SavingState({ keeps }: Props) {
  const { t, path } = useText();
  const words: Record<Saving, ReactNode> = {
    resting: (
      <>
        {t("apply.saving.saved")} <time />
      </>
    ),
    saving: t("apply.saving.saving"),
    failed: t(keeps ? "apply.saving.not_saved" : "apply.saving.not_saved_shared"),
    refused: (
      <span className="saving-refused">
        <a href={`#${refusedMarks.question}`}>
          <bdi>{refusedMarks.label}</bdi>
        </a>
        : {t("apply.saving.not_taken")} {refusedMarks.because}
      </span>
    ),
    leaving: t("apply.saving.leaving"),
    conflict: (
      <>
        {t("apply.saving.conflict")} <a href="#conflicts">{t("apply.saving.to_conflict")}</a>
      </>
    ),
    signed_out: (
      <>
        {t(keeps ? "apply.saving.signed_out" : "apply.saving.signed_out_shared")}{" "}
        <a href={paths.signIn(path)} target="_blank" rel="noreferrer">
          {t("apply.saving.sign_in")}
        </a>
      </>
    ),
  };
  return (
    <>
      <p className={savingClass("resting")} id="saving" role="status" />
      {savings.map((state) => (
        <template key={state} id={savingId(state)}>
          {words[state]}
        </template>
      ))}
    </>
  );
}
