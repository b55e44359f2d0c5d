import type { Reader, ReaderFacts } from "./reader";
import { textFor, texts } from "./text.server";

/** The reader of one request, as the server knows them. */
export function readerOf(
  asked: Pick<Reader, "locale" | "zone" | "now" | "path" | "actor" | "nonce" | "appUrl">,
): Reader {
  const { locale, zone, now, path, actor, nonce, appUrl } = asked;
  const handover: Reader["handover"] = (namespaces) => {
    const facts: ReaderFacts = { locale, zone, now: now.toISOString(), path, actor, appUrl, texts: {} };
    for (const namespace of namespaces) facts.texts[namespace] = texts[locale][namespace];
    return JSON.stringify(facts).replaceAll("<", "\\u003c");
  };
  return { ...textFor(locale), zone, now, path, actor, nonce, appUrl, handover };
}
