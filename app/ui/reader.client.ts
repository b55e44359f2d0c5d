import { directionOf } from "./locales";
import { readText } from "./read-text";
import { handoverId, type Reader, type ReaderFacts } from "./reader";

/** The reader as the server handed them to a hydrated page. */
export function readerFromPage(page: Document): Reader {
  const written = page.getElementById(handoverId)?.textContent ?? "{}";
  const facts = JSON.parse(written) as ReaderFacts;
  const find: Reader["find"] = (key, values) => readText(facts.texts, facts.locale, key, values);
  return {
    locale: facts.locale,
    direction: directionOf(facts.locale),
    zone: facts.zone,
    now: new Date(facts.now),
    path: facts.path,
    actor: facts.actor,
    appUrl: facts.appUrl,
    t: (key, values) => find(key, values) ?? key,
    find,
    handover: () => written,
  };
}
