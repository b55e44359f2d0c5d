import { FormOwner } from "~/access/form-owner";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { locales, offeredLocales } from "~/ui/locales";
import { Section } from "~/ui/section";
import { SelectField } from "~/ui/select-field";
import { TextField } from "~/ui/text-field";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";

/** Invites a person to the advisory group. */
export function Invitation() {
  const { t } = useText();
  const { errorOf, typedOr } = useAnswer();
  return (
    <Section title={t("manage.advisory_group.invite")} lead={t("manage.advisory_group.invite_lead")} id="invite">
      <form method="post" noValidate>
        <FormOwner />
        <TextField
          name="name"
          label={t("manage.advisory_group.full_name")}
          width="medium"
          dir="auto"
          autoComplete="off"
          required
          error={errorOf("name")}
          defaultValue={typedOr("name")}
        />
        <TextField
          name="email"
          type="email"
          label={t("manage.advisory_group.email")}
          width="medium"
          autoComplete="off"
          required
          error={errorOf("email")}
          defaultValue={typedOr("email")}
        />
        <SelectField
          name="locale"
          label={t("manage.advisory_group.language")}
          required
          error={errorOf("locale")}
          defaultValue={typedOr("locale", "en")}
          options={offeredLocales.map((value) => ({ value, label: locales[value].name }))}
        />
        <Actions>
          <Button kind="main">{t("manage.advisory_group.act")}</Button>
        </Actions>
      </form>
    </Section>
  );
}
