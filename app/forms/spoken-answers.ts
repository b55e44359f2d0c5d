import type { CallTexts } from "~/calls/call-texts";
import type { Answers, Form, Part, QuestionKind } from "./form";
import { isAsked } from "./form.rules";

export type SpokenAnswer = { id: string; label: string; kind: QuestionKind; text: string };
export type SpokenSection = { id: string; title: string; answers: SpokenAnswer[] };

/** Options in words, one a line; other answers as they were typed. */
export function inWords(answer: string, options: Record<string, string> | undefined): string {
  if (!options) return answer;
  const lines = answer.split("\n");
  return lines.map((option) => options[option] ?? option).join("\n");
}

/** The answers of one part beside the call's own words, in the order of the form, without what was not asked. */
export function spokenAnswers(form: Form, texts: CallTexts, part: Part, answers: Answers): SpokenSection[] {
  const ofPart = form.sections.filter((section) => section.part === part);
  return ofPart.map((section) => ({
    id: section.id,
    title: texts.form.sections[section.id]?.title ?? section.id,
    answers: section.questions
      .filter((question) => question.kind !== "file" && isAsked(form, question, answers))
      .map(({ id, kind }) => {
        const words = texts.form.questions[id];
        return { id, kind, label: words?.label ?? id, text: inWords(answers[id] ?? "", words?.options) };
      }),
  }));
}
