import type { Direction, Locale } from "./locales";
import type { FindText, Translate } from "./text";

/** What the frame of a page needs to know about whoever looks at it. Never a name. */
export interface ReaderActor {
  signedIn: boolean;
  hats: readonly string[];
}

/** The field of a form that names the kept form whose words stand in it: once it is sent, that is forgotten. */
export const returnedField = "returned";

/** A form that was sent to this page when its session had ended: its words are in the form again. */
export interface ReturnedForm {
  /** What it is kept under, and those it held itself. */
  names: string[];
  typed: Record<string, string[]>;
  /** The words somebody wrote into it, to be read and copied wherever the page has no form for them any more. */
  written: string[];
  /** Whether its author has to be told; she knows it where she has just posted something to this page. */
  isNews: boolean;
}

/** Whoever reads the page: their language, clock and place. */
export interface Reader {
  locale: Locale;
  direction: Direction;
  zone?: string;
  now: Date;
  path: string;
  actor: ReaderActor;
  nonce?: string;
  /** Says which account the forms of this page are issued to, without saying who that is. */
  issued?: string;
  /** What came back to this page, where it has no way of its own to show it. */
  returned?: ReturnedForm;
  /** Where the product lives, for the few addresses that must be whole. */
  appUrl?: string;
  t: Translate;
  find: FindText;
  /** Branches of these texts, for the script of a page. */
  textsAsJson: (branches: readonly string[]) => string;
}
