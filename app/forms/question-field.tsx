import { ChoiceField } from "~/ui/choice-field";
import { ChoicesField } from "~/ui/choices-field";
import { DateField } from "~/ui/date-field";
import { LongTextField } from "~/ui/long-text-field";
import { MoneyField } from "~/ui/money-field";
import { NumberField } from "~/ui/number-field";
import { SelectField } from "~/ui/select-field";
import { TextField } from "~/ui/text-field";
import { useText } from "~/ui/use-text";
import { measures } from "./counting";
import type { Question } from "./form";

export type AskedQuestion = {
  id: string;
  kind: Question["kind"];
  required: boolean;
  label: string;
  hint: string | null;
  limit: Question["limit"] | null;
  options: { value: string; label: string }[];
};

type Props = {
  question: AskedQuestion;
  text: string;
  error?: string;
  currency: string;
  disabled?: boolean;
};

/** The control for a question of any kind; the same with and without JavaScript. */
export function QuestionField({ question, text, error, currency, disabled }: Props) {
  const { t } = useText();
  const common = {
    name: question.id,
    label: question.label,
    hint: question.hint ?? undefined,
    error,
    optional: !question.required,
    disabled,
  };
  switch (question.kind) {
    case "long_text": {
      const limit = question.limit ? { ...question.limit, measure: measures[question.limit.unit] } : undefined;
      const rows = Math.min(16, Math.max(4, Math.round((question.limit?.most ?? 200) / 25)));
      return <LongTextField {...common} defaultValue={text} rows={rows} limit={limit} />;
    }
    case "choice":
      return <ChoiceField {...common} defaultValue={text} choices={question.options} />;
    case "choices":
      return (
        <ChoicesField {...common} defaultValues={text === "" ? [] : text.split("\n")} choices={question.options} />
      );
    case "yes_no":
      return (
        <ChoiceField
          {...common}
          inline
          defaultValue={text}
          choices={[
            { value: "yes", label: t("apply.form.yes") },
            { value: "no", label: t("apply.form.no") },
          ]}
        />
      );
    case "country":
      return (
        <SelectField {...common} defaultValue={text} empty={t("common.fields.choose")} options={question.options} />
      );
    case "money":
      return <MoneyField {...common} currency={currency} defaultValue={text} />;
    case "number":
      return <NumberField {...common} defaultValue={text} />;
    case "date":
      return <DateField {...common} defaultValue={text} />;
    default:
      return (
        <TextField
          {...common}
          width={question.kind === "orcid" ? "medium" : "full"}
          dir={question.kind === "orcid" ? "ltr" : "auto"}
          defaultValue={text}
        />
      );
  }
}
