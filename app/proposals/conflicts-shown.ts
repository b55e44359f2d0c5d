import { labelOfField } from "~/ui/field-label";
import { filledTemplate } from "~/ui/filled-template";
import { paragraphElements } from "~/ui/typed-paragraphs";
import { showWithScripts } from "~/ui/with-scripts";
import type { AnswerConflict } from "./proposal";

export const conflictId = "conflict";

const conflictOf = (where: ParentNode, question: string) =>
  where.querySelector(`[data-conflict="${CSS.escape(question)}"]`);

/**
 * Shows both texts of a conflict at the top of the page, the newest of each question.
 * @param take puts the text that was saved first into the field, as if it had been typed
 * @returns how to show one, and how to take it away once its author has decided
 */
export function conflictsShown(list: HTMLElement, take: (question: string, theirs: string) => void) {
  list.addEventListener("click", ({ target }) => {
    const shown = (target as Element).closest("[data-take]")?.closest<HTMLElement>("[data-conflict]");
    if (!shown) return;
    const { conflict = "", theirs = "" } = shown.dataset;
    shown.remove();
    take(conflict, theirs);
    // The button is gone: she goes on where the text stands now.
    list.ownerDocument.getElementsByName(conflict)[0]?.focus();
  });
  const show = ({ question, theirs, yours }: AnswerConflict) => {
    const shown = document.createElement("div");
    shown.dataset.conflict = question;
    shown.dataset.theirs = theirs;
    const places = { theirs: paragraphElements(theirs), yours: paragraphElements(yours) };
    shown.append(filledTemplate(conflictId, { question: labelOfField(question) }, places));
    showWithScripts(shown);
    conflictOf(list, question)?.remove();
    list.append(shown);
  };
  return { show, settle: (question: string) => conflictOf(list, question)?.remove() };
}
