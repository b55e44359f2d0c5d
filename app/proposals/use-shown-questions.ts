import { type RefObject, useEffect } from "react";

/** The attributes of a question that is asked only where another one on the page has a certain answer. */
export const shownWhen = (condition: { question: string; equals: string } | null | undefined) =>
  condition ? { "data-shown-when": condition.question, "data-shown-if": condition.equals } : {};

/** Hides questions that the answers on the page make needless; without scripts each says when it is asked. */
export function useShownQuestions(form: RefObject<HTMLFormElement>) {
  useEffect(() => {
    const shown = form.current;
    if (!shown) return;
    const update = () => {
      const answers = new FormData(shown);
      for (const question of shown.querySelectorAll<HTMLElement>("[data-shown-when]")) {
        const { shownWhen: asked = "", shownIf } = question.dataset;
        const rests = shown.querySelector(`[name="${CSS.escape(asked)}"]`)?.closest<HTMLElement>("[data-shown-when]");
        question.hidden = rests?.hidden || !answers.getAll(asked).includes(shownIf ?? "");
      }
    };
    update();
    shown.addEventListener("input", update);
    return () => shown.removeEventListener("input", update);
  }, [form]);
}
