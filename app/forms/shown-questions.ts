type Condition = { question: string; equals: string } | null | undefined;

/** The attributes of a question that is asked only where another one on the page has a certain answer. */
export const shownWhen = (condition: Condition) =>
  condition ? { "data-shown-when": condition.question, "data-shown-if": condition.equals } : {};

/** Hides questions that the answers on the page make needless; without scripts each says when it is asked. */
export function hideNeedless(form: HTMLFormElement): void {
  const update = () => {
    const answers = new FormData(form);
    for (const question of form.querySelectorAll<HTMLElement>("[data-shown-when]")) {
      const { shownWhen: asked = "", shownIf } = question.dataset;
      const rests = form.querySelector(`[name="${CSS.escape(asked)}"]`)?.closest<HTMLElement>("[data-shown-when]");
      question.hidden = rests?.hidden || !answers.getAll(asked).includes(shownIf ?? "");
    }
  };
  update();
  form.addEventListener("input", update);
}
