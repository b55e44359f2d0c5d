import { filledTemplate, tellTime } from "~/ui/filled-template";
import { formatMoment } from "~/ui/formats";
import { localeHere, zoneHere } from "~/ui/script-texts";

export const savings = ["resting", "saving", "failed", "refused", "signed_out", "conflict", "leaving"] as const;
export type Saving = (typeof savings)[number];

/** An answer that is not taken as it is: its field, what that is called, and why. */
export type RefusedAnswer = { question: string; label: string; because: string };

/** Where each part of it belongs in the words of a refusal. */
export const refusedMarks: RefusedAnswer = { question: "{question}", label: "{label}", because: "{because}" };

/** Where the words of each state stand on the page, unseen until they are said. */
export const savingId = (state: Saving) => `saving-${state.replace("_", "-")}`;
export const savingClass = (state: Saving) =>
  `saving-state saving-${state === "resting" || state === "saving" ? state : "failed"}`;

function wordsOf(state: Saving, savedAt: Date | null, refused: readonly RefusedAnswer[]): Node[] {
  if (state === "refused") return refused.map((answer) => filledTemplate(savingId(state), answer));
  if (state === "resting" && !savedAt) return [];
  const words = filledTemplate(savingId(state));
  if (savedAt) tellTime(words, savedAt, formatMoment(localeHere(), savedAt, zoneHere(), "clock"));
  return [words];
}

/** The line that says whether every word is safe. It changes only where it has something else to say. */
export function savingLine(line: HTMLElement) {
  let said = "";
  return (state: Saving, savedAt: Date | null, refused: readonly RefusedAnswer[]) => {
    const now = JSON.stringify([state, savedAt, state === "refused" ? refused : []]);
    if (now === said) return;
    said = now;
    line.className = savingClass(state);
    line.replaceChildren(...wordsOf(state, savedAt, refused));
  };
}
