import { countIdOf, overClass } from "~/ui/counted-text";
import type { Values } from "~/ui/text";
import { measures } from "./counting";

/** Counts on below each text with a limit while it is typed, as the server counts. */
export function countLive(form: HTMLFormElement, find: (key: string, values: Values) => string | undefined): void {
  const count = (target: HTMLTextAreaElement) => {
    const line = document.getElementById(countIdOf(target.id));
    const unit = line?.dataset.unit as keyof typeof measures | undefined;
    if (!line || !unit) return;
    const most = Number(line.dataset.most);
    const used = measures[unit](target.value);
    const words =
      used > most
        ? find(`common.fields.${unit}_over`, { count: used - most })
        : find(`common.fields.${unit}_used`, { used, most });
    line.classList.toggle(overClass, used > most);
    line.lastElementChild?.replaceChildren(words ?? "");
  };
  form.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLTextAreaElement) count(target);
  });
  // What was typed before the script arrived was counted by nobody.
  for (const text of form.querySelectorAll("textarea")) if (text.value !== text.defaultValue) count(text);
}
