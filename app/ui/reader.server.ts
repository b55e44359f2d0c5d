import type { Locale } from "./locales";
import type { Reader, ReaderFacts } from "./reader";
import type { Namespace } from "./text";
import { textFor, texts } from "./text.server";

/** The reader of one request, as the server knows them. */
export function readerOf(
  asked: Pick<Reader, "locale" | "zone" | "now" | "path" | "actor" | "nonce" | "appUrl" | "issued" | "returned">,
): Reader {
  const { locale, zone, now, path, actor, nonce, appUrl, issued, returned } = asked;
  const handover: Reader["handover"] = (namespaces) => {
    const facts: Omit<ReaderFacts, "texts"> = { locale, zone, now: now.toISOString(), path, actor, appUrl };
    return `${inMarkup(facts).slice(0, -1)},"texts":${textsInMarkup(locale, namespaces)}}`;
  };
  return { ...textFor(locale), zone, now, path, actor, nonce, appUrl, issued, returned, handover };
}

const inMarkup = (facts: object) => JSON.stringify(facts).replaceAll("<", "\\u003c");

const written = new Map<string, string>();

/** The texts of some namespaces as JSON: they never change, and are long. */
function textsInMarkup(locale: Locale, namespaces: Namespace[]): string {
  const key = [locale, ...namespaces].join(" ");
  const known = written.get(key);
  if (known) return known;
  const json = inMarkup(Object.fromEntries(namespaces.map((namespace) => [namespace, texts[locale][namespace]])));
  written.set(key, json);
  return json;
}
