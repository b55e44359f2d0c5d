import type apply from "./locales/en/apply.json";
import type common from "./locales/en/common.json";
import type errors from "./locales/en/errors.json";
import type manage from "./locales/en/manage.json";
import type publicPages from "./locales/en/public.json";
import type review from "./locales/en/review.json";

/** What the locale files hold, one file per side of the counter. */
export interface Texts {
  common: typeof common;
  public: typeof publicPages;
  apply: typeof apply;
  manage: typeof manage;
  review: typeof review;
  errors: typeof errors;
}

export type Namespace = keyof Texts;

type PluralForm = "zero" | "one" | "two" | "few" | "many" | "other";
/** `missing_few` is a form of `missing` where there is a `missing_other`; `too_many` is just a name. */
type Stem<Key extends string, Tree> = Key extends `${infer Start}_${PluralForm}`
  ? `${Start}_other` extends keyof Tree
    ? Start
    : Key
  : Key;
type KeysOf<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Stem<Key, Tree> : `${Key}.${KeysOf<Tree[Key]>}`;
}[keyof Tree & string];

/** Every text there is, by its path: `common.actions.cancel`. A plural form is asked for by its stem and a `count`. */
export type TextKey = KeysOf<Texts>;

export type Values = Record<string, string | number>;
export type Translate = (key: TextKey, values?: Values) => string;

/** For keys that arrive as data, such as the reason of a refusal: nothing when nobody wrote a text for it. */
export type FindText = (key: string, values?: Values) => string | undefined;
