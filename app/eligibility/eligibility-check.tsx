import { FormOwner } from "~/access/form-owner";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { ChoiceField } from "~/ui/choice-field";
import { LongTextField } from "~/ui/long-text-field";
import { Notice } from "~/ui/notice";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";
import type { EligibilityOutcome } from "./eligibility";

/** The desk check as a form; where nothing can be said it says why. */
export function EligibilityCheck({
  state,
  outcomes,
  waits,
}: {
  state: string;
  outcomes: EligibilityOutcome[];
  waits: boolean;
}) {
  const { t, find } = useText();
  const { errorOf, typedOr } = useAnswer();
  if (waits) return <Notice>{t("manage.eligibility.still_open")}</Notice>;
  if (outcomes.length === 0) {
    const word = find(`manage.proposals.states.${state}`) ?? state;
    return <Notice>{t("manage.eligibility.not_now", { state: word })}</Notice>;
  }
  return (
    <form method="post" noValidate>
      <FormOwner />
      <ChoiceField
        name="outcome"
        label={t("manage.eligibility.outcome")}
        required
        error={errorOf("outcome")}
        defaultValue={typedOr("outcome", outcomes.length === 1 ? outcomes[0] : undefined)}
        choices={outcomes.map((value) => ({ value, label: t(`manage.eligibility.outcomes.${value}`) }))}
      />
      <LongTextField
        name="reason"
        label={t("manage.eligibility.reason")}
        hint={t("manage.eligibility.reason_hint")}
        error={errorOf("reason")}
        defaultValue={typedOr("reason")}
        rows={5}
      />
      {outcomes.includes("ineligible") ? (
        <LongTextField
          name="to_applicant"
          label={t("manage.eligibility.to_applicant")}
          hint={t("manage.eligibility.to_applicant_hint")}
          optional
          error={errorOf("to_applicant")}
          defaultValue={typedOr("to_applicant")}
          rows={4}
        />
      ) : null}
      <Actions>
        <Button kind="main">{t("manage.eligibility.act")}</Button>
      </Actions>
    </form>
  );
}
