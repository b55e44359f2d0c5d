import i18next, { type i18n } from "i18next";
import { formatNumber } from "./formats";
import { type Direction, directionOf, type Locale } from "./locales";
import arApply from "./locales/ar/apply.json";
import arCommon from "./locales/ar/common.json";
import arErrors from "./locales/ar/errors.json";
import arPublic from "./locales/ar/public.json";
import enApply from "./locales/en/apply.json";
import enCommon from "./locales/en/common.json";
import enErrors from "./locales/en/errors.json";
import enManage from "./locales/en/manage.json";
import enPublic from "./locales/en/public.json";
import enReview from "./locales/en/review.json";
import type { FindText, Namespace, Texts, Translate } from "./text";

const english: Texts = {
  common: enCommon,
  public: enPublic,
  apply: enApply,
  manage: enManage,
  review: enReview,
  errors: enErrors,
};

/** The texts of every language; a namespace not yet translated is served in English. */
export const texts: Record<Locale, Record<Namespace, object>> = {
  en: english,
  ar: { ...english, common: arCommon, public: arPublic, apply: arApply, errors: arErrors },
};

/** One language, ready to speak. */
export interface LocaleText {
  locale: Locale;
  direction: Direction;
  t: Translate;
  find: FindText;
}

const spoken = new Map<Locale, LocaleText>();

/** The texts of one language: built once per process, for a fresh instance costs two milliseconds. */
export function textFor(locale: Locale): LocaleText {
  const known = spoken.get(locale);
  if (known) return known;
  const instance = instanceFor(locale);
  const plain = new Map<string, string>();
  const t: Translate = (key, values) => {
    if (values) return instance.t(key, values);
    // A text without values is always the same, and a page says a hundred of them.
    const said = plain.get(key) ?? instance.t(key);
    plain.set(key, said);
    return said;
  };
  const found = new Map<string, string>();
  const find: FindText = (key, values) => {
    const known = values ? undefined : found.get(key);
    if (known !== undefined) return known;
    if (!instance.exists(key, values ?? {})) return undefined;
    const said = instance.t(key, values ?? {});
    // Only what exists is kept: keys that arrive as data are without end.
    if (!values) found.set(key, said);
    return said;
  };
  const text = { locale, direction: directionOf(locale), t, find };
  spoken.set(locale, text);
  return text;
}

function instanceFor(locale: Locale): i18n {
  const instance = i18next.createInstance();
  instance.init({
    lng: locale,
    fallbackLng: "en",
    initImmediate: false,
    resources: { [locale]: { translation: texts[locale] }, en: { translation: texts.en } },
    interpolation: {
      escapeValue: false,
      format: (value, format) => (format === "number" ? formatNumber(locale, Number(value)) : String(value)),
    },
  });
  return instance;
}
