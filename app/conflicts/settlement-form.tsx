import { FormOwner } from "~/access/form-owner";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { ChoiceField } from "~/ui/choice-field";
import { LongTextField } from "~/ui/long-text-field";
import { Section } from "~/ui/section";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";
import type { ConflictsPage } from "./conflicts-page.server";
import { settlements } from "./settle.rules";

/** Says of one tie that it is none, or that it counts after all; nothing where no tie is open to judgement. */
export function SettlementForm({ ties }: { ties: ConflictsPage["ties"] }) {
  const { t } = useText();
  const { errorOf, typedOr } = useAnswer();
  const open = ties.filter(({ settleable }) => settleable);
  if (open.length === 0) return null;
  return (
    <Section title={t("manage.conflicts.settle_title")}>
      <form method="post" noValidate>
        <FormOwner asks={["tie", "outcome", "because"]} />
        <ChoiceField
          name="tie"
          label={t("manage.conflicts.which")}
          required
          error={errorOf("tie")}
          defaultValue={typedOr("tie", open.length === 1 ? open[0]?.key : undefined)}
          choices={open.map(({ key, name, kind }) => ({
            value: key,
            label: <bdi>{name}</bdi>,
            hint: t(`manage.assigning.kinds.${kind}`),
          }))}
        />
        <ChoiceField
          name="outcome"
          label={t("manage.conflicts.outcome")}
          required
          error={errorOf("outcome")}
          defaultValue={typedOr("outcome")}
          choices={settlements.map((value) => ({ value, label: t(`manage.conflicts.outcomes.${value}`) }))}
        />
        <LongTextField
          name="because"
          label={t("manage.conflicts.because")}
          hint={t("manage.conflicts.because_hint")}
          required
          rows={3}
          error={errorOf("because")}
          defaultValue={typedOr("because")}
        />
        <Actions>
          <Button kind="main">{t("manage.conflicts.settle")}</Button>
        </Actions>
      </form>
    </Section>
  );
}
