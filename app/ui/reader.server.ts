import type { Reader } from "./reader";
import { textsAsJson } from "./script-texts.server";
import { textFor } from "./text.server";

/** The reader of one request, as the server knows them. */
export function readerOf(asked: Omit<Reader, "direction" | "t" | "find" | "textsAsJson">): Reader {
  const { locale } = asked;
  return { ...asked, ...textFor(locale), textsAsJson: (branches) => textsAsJson(locale, branches) };
}
