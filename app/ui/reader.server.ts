import type { Reader, ReaderFacts } from "./reader";
import { textFor } from "./text.server";
import { inMarkup, textsMark } from "./texts-in-page.server";

/** The reader of one request, as the server knows them. */
export function readerOf(
  asked: Pick<Reader, "locale" | "zone" | "now" | "path" | "actor" | "nonce" | "appUrl" | "issued" | "returned">,
): Reader {
  const { locale, zone, now, path, actor, nonce, appUrl, issued, returned } = asked;
  const handover: Reader["handover"] = (namespaces) => {
    const facts: Omit<ReaderFacts, "texts"> = { locale, zone, now: now.toISOString(), path, actor, appUrl };
    return `${inMarkup(facts).slice(0, -1)},"texts":${textsMark(namespaces)}}`;
  };
  return { ...textFor(locale), zone, now, path, actor, nonce, appUrl, issued, returned, handover };
}
