type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What was typed or chosen before scripts took up the page, by the name of its control. */
const typed = new Map<string, string[]>();
const unasked = new Set(["hidden", "password", "file", "submit"]);

function isChanged(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    const stands = [...control.options].findIndex(({ defaultSelected }) => defaultSelected);
    return control.selectedIndex !== Math.max(0, stands);
  }
  const isChoice = control.type === "checkbox" || control.type === "radio";
  return isChoice
    ? (control as HTMLInputElement).checked !== (control as HTMLInputElement).defaultChecked
    : control.value !== control.defaultValue;
}

function note({ form, name, type }: Control) {
  if (!form || !name || unasked.has(type)) return;
  const values = new FormData(form).getAll(name).filter((value) => typeof value === "string");
  typed.set(name, values);
}

const listen = (event: Event) => {
  if (event.target instanceof Element && event.target.matches("input, textarea, select")) note(event.target as Control);
};

/**
 * Remembers what somebody on a slow line types before the page is awake: React puts the server's text back into every
 * long text it takes up. Called before it does.
 */
export function watchEarlyTyping(page: Document): void {
  for (const control of page.querySelectorAll<Control>("input, textarea, select"))
    if (isChanged(control)) note(control);
  page.addEventListener("input", listen, true);
}

/** What was typed until now, several values as one line each; asked once, when the page is awake. */
export function takeEarlyTyping(page: Document): Map<string, string> {
  page.removeEventListener("input", listen, true);
  const taken = new Map([...typed].map(([name, values]) => [name, values.filter((value) => value !== "").join("\n")]));
  typed.clear();
  return taken;
}
