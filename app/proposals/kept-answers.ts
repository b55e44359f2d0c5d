import type { AnswerChange } from "./save-answers.server";

/** A text that was posted when its session had ended and waits for its author's word. */
export type KeptAnswer = {
  question: string;
  text: string;
  /** Something else was saved there in the meantime, or a newer text waits: this one is to be copied, and replaces nothing. */
  changedSince: boolean;
};

type Standing = ReadonlyMap<string, { text: string; version: number }>;

/**
 * What was kept and does not stand yet, of forms posted one after another, the newest first; what stands already needs
 * nobody's word, and an answer that was only emptied has no word to lose where something else was saved since.
 */
export function keptAnswers(forms: readonly (readonly AnswerChange[])[], standing: Standing): KeptAnswer[] {
  const waiting: KeptAnswer[] = [];
  for (const { question, text, baseVersion } of forms.flat()) {
    const stands = standing.get(question) ?? { text: "", version: 0 };
    const newer = waiting.filter((answer) => answer.question === question);
    const changedSince = baseVersion !== stands.version || newer.length > 0;
    const isSeen = text === stands.text || newer.some((answer) => answer.text === text);
    if (!isSeen && !(changedSince && text === "")) waiting.push({ question, text, changedSince });
  }
  return waiting;
}
