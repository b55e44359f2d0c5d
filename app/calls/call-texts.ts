import type { Rubric } from "./rubric";

/** The words of a call in one language. */
export type CallTexts = {
  title: string;
  summary: string;
  themes: Record<string, { title: string; about: string }>;
  eligibility: string[];
  /** Steps: the words of the scale, by value. */
  criteria: Record<string, { title: string; about: string; steps: Record<string, string> }>;
  form: {
    sections: Record<string, { title: string; about?: string }>;
    questions: Record<string, { label: string; hint?: string; options?: Record<string, string> }>;
  };
};

/** The words of a call in the reader's language, or in English, and in which of them they are. */
export function textsFor(texts: Record<string, CallTexts>, locale: string): { texts: CallTexts; language: string } {
  const wanted = texts[locale];
  if (wanted) return { texts: wanted, language: locale };
  const [language, first] = texts.en ? (["en", texts.en] as const) : (Object.entries(texts)[0] ?? []);
  if (!language || !first) throw new Error("A call has words in at least one language.");
  return { texts: first, language };
}

/** The criteria of a rubric with their weights, in the words of the call. */
export const spokenCriteria = (rubric: Rubric, texts: CallTexts): { id: string; title: string; weight: number }[] =>
  (rubric.criteria ?? []).map(({ id, weight }) => ({ id, weight, title: texts.criteria[id]?.title ?? id }));
