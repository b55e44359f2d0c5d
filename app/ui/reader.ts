import type { Direction, Locale } from "./locales";
import type { FindText, Namespace, Translate } from "./text";

/** What the frame of a page needs to know about whoever looks at it. Never a name. */
export interface ReaderActor {
  signedIn: boolean;
  hats: readonly string[];
}

/** Whoever reads the page: their language, clock and place, the same on the server and in a hydrated browser. */
export interface Reader {
  locale: Locale;
  direction: Direction;
  zone?: string;
  now: Date;
  path: string;
  actor: ReaderActor;
  nonce?: string;
  /** Where the product lives, for the few addresses that must be whole. */
  appUrl?: string;
  t: Translate;
  find: FindText;
  /** The text a hydrated page hands to the browser: this reader and the namespaces the page names. */
  handover: (namespaces: Namespace[]) => string;
}

/** The part of a reader that travels to the browser. */
export interface ReaderFacts {
  locale: Locale;
  zone?: string;
  now: string;
  path: string;
  actor: ReaderActor;
  appUrl?: string;
  texts: Partial<Record<Namespace, unknown>>;
}

export const handoverId = "reader";
