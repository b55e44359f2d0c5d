import i18next from "i18next";
import { formatMoment, formatMoney, zoneName } from "~/ui/formats";
import { type Direction, directionOf, isLocale, type Locale } from "~/ui/locales";
import ar from "./locales/ar.json";
import en from "./locales/en.json";

/** The language of one letter: its words, dates and amounts. */
export type Speak = {
  locale: Locale;
  direction: Direction;
  t(key: string, values?: Record<string, string | number>): string;
  /** A moment on the clock of the call and, where that is another, in UTC. */
  moment(instant: string, zone: string): string;
  money(amount: { minor: number; currency: string }): string;
  /** A text of a call in this language, else in English. */
  own(texts: Record<string, string>): string;
};

/** Keeps a foreign title or name in one piece, its question mark at its own end, inside text that runs the other way. */
const isolated = (value: string | number) => (typeof value === "string" ? `\u2068${value}\u2069` : value);

function apart(values: Record<string, string | number>) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolated(value)]));
}

const spoken = new Map<Locale, Speak>();

/** How a letter speaks to its reader; a language without letters of its own gets English ones. */
export function speak(wanted: string): Speak {
  const locale = isLocale(wanted) ? wanted : "en";
  const known = spoken.get(locale);
  if (known) return known;
  const instance = i18next.createInstance();
  instance.init({
    lng: locale,
    fallbackLng: "en",
    initImmediate: false,
    resources: { en: { translation: en }, ar: { translation: ar } },
    interpolation: { escapeValue: false },
  });
  const onClock = (at: Date, zone: string) =>
    `${formatMoment(locale, at, zone, "deadline")} (${zoneName(locale, at, zone)})`;
  const made: Speak = {
    locale,
    direction: directionOf(locale),
    t: (key, values = {}) => instance.t(key, directionOf(locale) === "rtl" ? apart(values) : values),
    moment: (instant, zone) => {
      const at = new Date(instant);
      return zone === "UTC" ? onClock(at, "UTC") : `${onClock(at, zone)} – ${onClock(at, "UTC")}`;
    },
    money: (amount) => formatMoney(locale, amount),
    own: (texts) => texts[locale] ?? texts.en ?? Object.values(texts)[0] ?? "",
  };
  spoken.set(locale, made);
  return made;
}
