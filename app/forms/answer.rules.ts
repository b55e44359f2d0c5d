import { wholeAmount } from "~/values/money";
import { no, type Verdict, yes } from "~/values/verdict";
import { countCharacters, countWords } from "./counting";
import { countryCodes } from "./country-codes";
import type { Question } from "./form";

const orcidForm = /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/;

/** ISO 7064 MOD 11-2, which ORCID uses for its last character. */
function orcidIsRight(orcid: string): boolean {
  if (!orcidForm.test(orcid)) return false;
  const digits = orcid.replaceAll("-", "");
  const total = [...digits.slice(0, -1)].reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  const check = (12 - (total % 11)) % 11;
  return digits.at(-1) === (check === 10 ? "X" : String(check));
}

/** A day that the calendar has: 30 February would become 2 March. */
function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Amounts stay below a million million whole units. */
const mostMoney = 1e12;

/** The longest text any answer may have, whatever its limit in words says: a bound for the machine, not for the author. */
const longestAnswer = 60_000;

function withinLimit({ limit }: Question, text: string): Verdict {
  if (text.length > longestAnswer) return no("text_is_too_long", "invalid");
  if (!limit) return yes;
  const size = limit.unit === "words" ? countWords(text) : countCharacters(text);
  if (size > limit.most)
    return no(limit.unit === "words" ? "too_many_words" : "too_many_characters", "invalid", { size, most: limit.most });
  if (limit.least !== undefined && size < limit.least) return no("too_short", "invalid", { size, least: limit.least });
  return yes;
}

function amountWithin({ amount = {} }: Question, given: number | null): Verdict {
  if (given === null || given >= mostMoney) return no("not_an_amount", "invalid");
  const { least = 0, most = mostMoney } = amount;
  return given >= least && given <= most ? yes : no("amount_is_outside", "invalid", { least, most });
}

/** Whether a text answers its question; empty is no answer and is judged by whether it is required, not here. */
export function checkAnswer(question: Question, text: string): Verdict {
  const answer = text.trim();
  if (answer === "") return yes;
  switch (question.kind) {
    case "money":
      return amountWithin(question, wholeAmount(answer));
    case "number":
      return /^\d{1,9}$/.test(answer) ? yes : no("not_a_number", "invalid");
    case "country":
      return countryCodes.includes(answer) ? yes : no("not_a_country", "invalid");
    case "orcid":
      return orcidIsRight(answer) ? yes : no("not_an_orcid", "invalid");
    case "yes_no":
      return answer === "yes" || answer === "no" ? yes : no("not_an_option", "invalid");
    case "date":
      return isDay(answer) ? yes : no("not_a_date", "invalid");
    case "choice":
      return question.options?.includes(answer) ? yes : no("not_an_option", "invalid");
    case "choices":
      return answer.split("\n").every((option) => question.options?.includes(option))
        ? yes
        : no("not_an_option", "invalid");
    default:
      return withinLimit(question, answer);
  }
}
