import type { Control } from "~/ui/changed-control";

const isFilled = (value: FormDataEntryValue): value is string => typeof value === "string" && value !== "";

/** What a question holds now: several choices are one line each, as the server keeps them. */
export function textOf(form: HTMLFormElement, question: string): string {
  return new FormData(form).getAll(question).filter(isFilled).join("\n");
}

/** The controls of a question. */
export const controlsOf = (form: HTMLFormElement, question: string): Control[] =>
  [...form.querySelectorAll<Control>("input, textarea, select")].filter(({ name }) => name === question);

const isChoice = (control: Control): control is HTMLInputElement =>
  control.type === "radio" || control.type === "checkbox";

function linesAsWritten(control: Control): string[] {
  if (control instanceof HTMLSelectElement)
    return [...control.options].filter(({ defaultSelected }) => defaultSelected).map(({ value }) => value);
  return isChoice(control) && !control.defaultChecked ? [] : [isChoice(control) ? control.value : control.defaultValue];
}

/** What a question held when the page was made, whatever was typed since. */
export function textAsWritten(form: HTMLFormElement, question: string): string {
  return controlsOf(form, question).flatMap(linesAsWritten).filter(isFilled).join("\n");
}

/** Puts a text back into the controls of a question, and tells the page that it changed. */
export function putText(form: HTMLFormElement, question: string, text: string): void {
  const own = controlsOf(form, question);
  const lines = text.split("\n");
  for (const control of own) {
    if (isChoice(control)) control.checked = lines.includes(control.value);
    else control.value = text;
  }
  own[0]?.dispatchEvent(new Event("input", { bubbles: true }));
}
