import type { Locale } from "./locales";
import type { Namespace } from "./text";
import { texts } from "./text.server";

/** What is written into a page as JSON: no tag can begin in it. */
export const inMarkup = (facts: object) => JSON.stringify(facts).replaceAll("<", "\\u003c");

const [opening, closing] = ["<texts ", ">"];

/**
 * Stands in a rendered page where the texts of some namespaces belong. They are long, never change, and are sent from
 * the bytes that were made once. No words of a page can look like it: every "<" in them is escaped.
 */
export const textsMark = (namespaces: readonly Namespace[]) => opening + namespaces.join(" ") + closing;

/** The parts of a rendered page, in order, with the texts in the place of their mark, which is close to the end. */
export function withTexts(markup: string, locale: Locale): (string | Buffer)[] {
  const start = markup.lastIndexOf(opening);
  if (start < 0) return [markup];
  const end = markup.indexOf(closing, start);
  const namespaces = markup.slice(start + opening.length, end).split(" ") as Namespace[];
  return [markup.slice(0, start), textsAsBytes(locale, namespaces), markup.slice(end + closing.length)];
}

const written = new Map<string, Buffer>();

function textsAsBytes(locale: Locale, namespaces: Namespace[]): Buffer {
  const key = [locale, ...namespaces].join(" ");
  const known = written.get(key);
  if (known) return known;
  const named = Object.fromEntries(namespaces.map((namespace) => [namespace, texts[locale][namespace]]));
  const bytes = Buffer.from(inMarkup(named));
  written.set(key, bytes);
  return bytes;
}
