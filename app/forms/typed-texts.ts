import { formValues } from "./form-values";

/** What was typed goes back into the form; secrets and files do not. */
export function typedTexts(form: FormData | URLSearchParams): Record<string, string[]> {
  const safe = [...formValues<unknown>(form)].filter(
    ([name]) => name !== "__proto__" && !name.toLowerCase().includes("password"),
  );
  return Object.fromEntries(safe.map(([name, values]) => [name, values.filter((value) => typeof value === "string")]));
}

/** Words somebody wrote; not what a page adds to its form by itself. */
export const isWritten = (text: string) => /\s|[^\0-\x7f]/.test(text.trim());
