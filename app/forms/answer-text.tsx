import { countryName, formatMoney } from "~/ui/formats";
import { Paragraphs } from "~/ui/paragraphs";
import { Prose } from "~/ui/prose";
import { useText } from "~/ui/use-text";
import { parseMoney } from "~/values/money";
import type { SpokenAnswer } from "./spoken-answers";

/** One answer as reading matter: amounts and countries in words, texts as they were typed. */
export function AnswerText({ answer, currency }: { answer: SpokenAnswer; currency: string }) {
  const { t, locale } = useText();
  const text = answer.text.trim();
  if (text === "") return <>{t("manage.proposal.no_answer")}</>;
  if (answer.kind === "money") {
    const amount = parseMoney(text, currency);
    return <span className="numbers">{amount ? formatMoney(locale, amount) : text}</span>;
  }
  if (answer.kind === "country") return <>{countryName(locale, text)}</>;
  if (answer.kind === "yes_no") return <>{t(text === "yes" ? "manage.proposal.yes" : "manage.proposal.no")}</>;
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
