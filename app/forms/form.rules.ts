import { wholeAmount } from "~/values/money";
import { checkAnswer } from "./answer.rules";
import type { Answers, Form, Part, Question, Section } from "./form";

export type SectionState = "not_started" | "in_progress" | "complete";

/** The questions of a form with their section, in order. */
export const questionsOf = (form: Form): { section: Section; question: Question }[] =>
  form.sections.flatMap((section) => section.questions.map((question) => ({ section, question })));

/** The part a question belongs to, or null where the form does not ask it. */
export function partOf(form: Form, id: string): Part | null {
  return questionsOf(form).find(({ question }) => question.id === id)?.section.part ?? null;
}

/** Whether a question is asked, given what was answered so far: one that rests on a question not asked is not either. */
export function isAsked(form: Form, question: Question, answers: Answers): boolean {
  const passed = new Set<string>();
  let { id, shownWhen } = question;
  while (shownWhen && !passed.has(id)) {
    const { question: rests, equals } = shownWhen;
    if (!(answers[rests] ?? "").split("\n").includes(equals)) return false;
    passed.add(id);
    id = rests;
    shownWhen = questionsOf(form).find((candidate) => candidate.question.id === rests)?.question.shownWhen;
  }
  return true;
}

/** The ids of the questions that are asked, given what was answered so far. */
export const askedQuestions = (form: Form, answers: Answers): Set<string> =>
  new Set(
    questionsOf(form)
      .filter(({ question }) => isAsked(form, question, answers))
      .map(({ question }) => question.id),
  );

/** Whether a question has an answer; files count by their documents. */
const isAnswered = (question: Question, answers: Answers, documents: ReadonlySet<string>) =>
  question.kind === "file" ? documents.has(question.id) : (answers[question.id] ?? "").trim() !== "";

/** Whether an amount is that of its parts; what is no amount is said where it stands. */
function addsUp({ amount, id }: Question, answers: Answers): boolean {
  if (!amount?.parts) return true;
  const [whole, ...parts] = [id, ...amount.parts].map((question) => wholeAmount((answers[question] ?? "").trim()));
  return parts.includes(null) || parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) === whole;
}

export type Missing = { section: string; question: string; because: string };

/** What still keeps a form from being handed in: required questions without answer, answers that break a limit. */
export function missingIn(form: Form, answers: Answers, documents: ReadonlySet<string>): Missing[] {
  return questionsOf(form).flatMap(({ section, question }) => {
    if (!isAsked(form, question, answers)) return [];
    const here = { section: section.id, question: question.id };
    if (!isAnswered(question, answers, documents))
      return question.required ? [{ ...here, because: "answer_is_missing" }] : [];
    if (question.kind === "file") return [];
    const verdict = checkAnswer(question, answers[question.id] ?? "");
    if (!verdict.allowed) return [{ ...here, because: verdict.because }];
    return addsUp(question, answers) ? [] : [{ ...here, because: "parts_do_not_add_up" }];
  });
}

/** Where a section stands, for the task list. */
function sectionState(
  form: Form,
  section: Section,
  answers: Answers,
  documents: ReadonlySet<string>,
  missing: Missing[],
): SectionState {
  const asked = section.questions.filter((question) => isAsked(form, question, answers));
  if (!asked.some((question) => isAnswered(question, answers, documents))) return "not_started";
  return missing.some((one) => one.section === section.id) ? "in_progress" : "complete";
}

/** How much of what is required is answered, in whole percent, rounded down. */
function percentDone(form: Form, answers: Answers, missing: Missing[]): number {
  const required = questionsOf(form).filter(({ question }) => question.required && isAsked(form, question, answers));
  if (required.length === 0) return 100;
  const open = new Set(missing.map(({ question }) => question));
  return Math.floor((100 * required.filter(({ question }) => !open.has(question.id)).length) / required.length);
}

export type Progress = {
  missing: Missing[];
  /** Where each section stands, by its id. */
  sections: Record<string, SectionState>;
  /** How much of what is required is answered, in whole percent, rounded down. */
  percent: number;
};

/** How far a form is; every answer is read once, for counting words is the dearest part of a page. */
export function progressOf(form: Form, answers: Answers, documents: ReadonlySet<string>): Progress {
  const missing = missingIn(form, answers, documents);
  const states = form.sections.map((section) => [section.id, sectionState(form, section, answers, documents, missing)]);
  return { missing, sections: Object.fromEntries(states), percent: percentDone(form, answers, missing) };
}

/** Only what the form itself marks as blind and asks; a question that nobody marked is not there. */
export function blindAnswers(form: Form, answers: Answers): Answers {
  const blind = questionsOf(form).filter(
    ({ section, question }) => section.part === "blind" && question.kind !== "file" && isAsked(form, question, answers),
  );
  return Object.fromEntries(blind.map(({ question }) => [question.id, answers[question.id] ?? ""]));
}
