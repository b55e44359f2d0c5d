import { textAsWritten, textOf } from "~/forms/answer-control";
import { labelOfField } from "~/ui/field-label";
import { filledTemplate } from "~/ui/filled-template";
import { paragraphElements } from "~/ui/typed-paragraphs";
import type { Known } from "./answers-on-page";
import type { AnswersSaving } from "./answers-saving";
import type { Journal, Unconfirmed } from "./local-journal";
import type { AnswerConflict } from "./proposal";

/** Where the frame of such a notice stands on the page. */
export const neverSavedId = "never-saved";

type Page = { form: HTMLFormElement; known: Map<string, Known>; journal: Journal };

/** Brings back what the server never got, and takes up what was typed before the script arrived. */
export function restore(
  { form, known, journal }: Page,
  saving: AnswersSaving,
  tellConflict: (conflict: AnswerConflict) => void,
): void {
  const kept = journal.remembered();
  const early = new Set(
    [...known.keys()].filter((question) => textOf(form, question) !== textAsWritten(form, question)),
  );
  for (const { question, text, baseVersion, sent, held } of kept) {
    const answer = known.get(question);
    if (!answer) continue;
    const stands = textOf(form, question);
    if (stands === text) {
      if (!answer.held && answer.text === text) journal.forget(question);
    } else if (early.has(question) || held) {
      // Two texts of hers, or hers and a faster one: both are shown, and neither goes out by itself.
      answer.held = true;
      tellConflict({ question, theirs: stands, version: answer.version, yours: text });
      saving.put(question, text, { quietly: true });
      answer.text = text;
      saving.keep(question, answer);
    } else {
      answer.version = baseVersion;
      answer.unconfirmed = sent ?? null;
      saving.put(question, text, { quietly: false });
    }
  }
  for (const [question, answer] of known) {
    if (answer.held) saving.keep(question, answer);
    // What stands in a field and not on the server goes out, whoever put it there: she, or a form that was refused.
    else if (!answer.unconfirmed && textOf(form, question) !== answer.text) saving.typed(question);
  }
}

/** Nothing can be saved any more: what the server never got is shown to be copied, and stays where it is. */
export function showNeverSaved({ known, journal }: Page, notices: HTMLElement): void {
  const here = journal.remembered().filter(({ question }) => known.has(question));
  const isThere = ({ question, text }: Unconfirmed) => known.get(question)?.text === text;
  for (const saved of here.filter(isThere)) journal.forget(saved.question);
  const texts = here.filter((one) => one.text !== "" && !isThere(one));
  if (texts.length === 0) return;
  const shown = texts.map(({ question, text }) => {
    const section = document.createElement("section");
    const heading = document.createElement("h3");
    heading.textContent = labelOfField(question);
    section.append(heading, ...paragraphElements(text));
    return section;
  });
  notices.append(filledTemplate(neverSavedId, {}, { texts: shown }));
}
