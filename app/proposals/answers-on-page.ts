import { textAsWritten } from "~/forms/answer-control";
import type { AnswerSave } from "./send-answer";
import { isVersionField, questionOfVersion } from "./version-field";

/** What is known of one question: the version and text the server has, and a save whose answer never came. */
export type Known = {
  version: number;
  text: string;
  busy: boolean;
  unconfirmed: AnswerSave | null;
  /** A text that somebody else was faster than: it waits until its author changes it. */
  held: boolean;
  /** Why the server will not take the text as it is; null where it would, or was not asked. */
  refused: { because: string | null } | null;
  timer: number;
};

/** The attribute of a question whose field shows what was typed, where that does not stand: what the server has. */
export const standsInstead = "data-stands";

/**
 * The questions of a page and what the server has of each, as it wrote them there. What came back in a conflict is in its
 * field, and waits.
 */
export function answersOnPage(form: HTMLFormElement): Map<string, Known> {
  const known = new Map<string, Known>();
  for (const field of form.querySelectorAll<HTMLInputElement>("input[type=hidden]")) {
    if (!isVersionField(field.name)) continue;
    const question = questionOfVersion(field.name);
    const held = document.querySelector(`[data-conflict="${CSS.escape(question)}"]`) !== null;
    const instead = held ? null : field.closest(`[${standsInstead}]`)?.getAttribute(standsInstead);
    known.set(question, {
      version: Number(field.defaultValue),
      text: instead ?? textAsWritten(form, question),
      busy: false,
      unconfirmed: null,
      held,
      refused: null,
      timer: 0,
    });
  }
  return known;
}
