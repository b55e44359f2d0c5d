import { countryName, formatMoment, formatMoney } from "~/ui/formats";
import type { Locale } from "~/ui/locales";
import { Paragraphs } from "~/ui/paragraphs";
import { Prose } from "~/ui/prose";
import { useText } from "~/ui/use-text";
import { parseMoney } from "~/values/money";
import type { SpokenAnswer } from "./spoken-answers";

/** A day of the calendar stands in no zone: everybody reads the same one. */
function dayInWords(locale: Locale, text: string): string {
  const at = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? text : formatMoment(locale, at, "UTC", "date");
}

/** One answer as reading matter: amounts and countries in words, texts as they were typed. */
export function AnswerText({ answer, currency }: { answer: SpokenAnswer; currency: string }) {
  const { t, locale } = useText();
  const text = answer.text.trim();
  if (text === "") return <>{t("common.answers.none")}</>;
  if (answer.kind === "money") {
    const amount = parseMoney(text, currency);
    return <span className="numbers">{amount ? formatMoney(locale, amount) : text}</span>;
  }
  if (answer.kind === "country") return <>{countryName(locale, text)}</>;
  if (answer.kind === "yes_no") return <>{t(text === "yes" ? "common.answers.yes" : "common.answers.no")}</>;
  if (answer.kind === "date") return <>{dayInWords(locale, text)}</>;
  if (answer.kind === "choices") return <>{text.split("\n").join(", ")}</>;
  if (answer.kind === "long_text") {
    return (
      <Prose>
        <Paragraphs text={text} />
      </Prose>
    );
  }
  return <bdi>{text}</bdi>;
}
