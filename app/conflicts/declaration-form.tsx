import { FormOwner } from "~/access/form-owner";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { LongTextField } from "~/ui/long-text-field";
import { Section } from "~/ui/section";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";

/** An officer steps away from a proposal for a tie of her own. */
export function DeclarationForm() {
  const { t } = useText();
  const { errorOf, typedOr } = useAnswer();
  return (
    <Section title={t("manage.conflicts.declare_title")}>
      <p>{t("manage.conflicts.declare_lead")}</p>
      <form method="post" noValidate>
        <FormOwner asks={["declared"]} />
        <LongTextField
          name="declared"
          label={t("manage.conflicts.declared")}
          required
          rows={3}
          error={errorOf("declared")}
          defaultValue={typedOr("declared")}
        />
        <Actions>
          <Button kind="danger">{t("manage.conflicts.declare")}</Button>
        </Actions>
      </form>
    </Section>
  );
}
