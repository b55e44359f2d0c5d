import { isLocale, type Locale } from "./locales";
import { readText } from "./read-text";
import type { Values } from "./text";

export const textsForScriptId = "texts";

/** The language a page is written in, as it says itself. */
export const localeHere = (): Locale => {
  const { lang } = document.documentElement;
  return isLocale(lang) ? lang : "en";
};

/** The zone of this device, which is the reader's own. */
export const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The texts that the page handed to its script: nothing where it has none of that name. */
export function scriptTexts(): (key: string, values?: Values) => string | undefined {
  const tree: unknown = JSON.parse(document.getElementById(textsForScriptId)?.textContent ?? "{}");
  return (key, values) => readText(tree, localeHere(), key, values);
}
