/** What a question holds now: several choices are one line each, as the server keeps them. */
export function textOf(form: HTMLFormElement, question: string): string {
  return new FormData(form)
    .getAll(question)
    .filter((value): value is string => typeof value === "string" && value !== "")
    .join("\n");
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isChoice = (control: Control): control is HTMLInputElement =>
  control.type === "radio" || control.type === "checkbox";

/** Puts a text back into the controls of a question, and tells the page that it changed. */
export function putText(form: HTMLFormElement, question: string, text: string): void {
  const controls = [...form.elements].filter((one): one is Control => "value" in one && "name" in one);
  const own = controls.filter(({ name }) => name === question);
  const lines = text.split("\n");
  for (const control of own) {
    if (isChoice(control)) control.checked = lines.includes(control.value);
    else control.value = text;
  }
  own[0]?.dispatchEvent(new Event("input", { bubbles: true }));
}
