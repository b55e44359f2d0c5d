import { decimalsOf } from "~/values/money";
import { type Locale, locales } from "./locales";

/** Remembers what is slow to make, and begins anew when it is too much. */
function memory<Kept>(most: number) {
  const all = new Map<string, Kept>();
  return <Made extends Kept>(key: string, make: () => Made): Made => {
    const known = all.get(key) as Made | undefined;
    if (known !== undefined) return known;
    if (all.size >= most) all.clear();
    const made = make();
    all.set(key, made);
    return made;
  };
}

const kept = memory<object>(200);
const keptName = memory<string>(2000);
const day = 86_400_000;

const dateStyles = {
  date: { day: "numeric", month: "long", year: "numeric" },
  short: { day: "numeric", month: "short", year: "numeric" },
  instant: { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
  deadline: { weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
  clock: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateStyle = keyof typeof dateStyles;

function dateFormat(locale: Locale, timeZone: string, name: string, style: Intl.DateTimeFormatOptions) {
  return kept(
    `${locale} ${timeZone} ${name}`,
    () => new Intl.DateTimeFormat(locales[locale].intl, { ...style, hourCycle: "h23", timeZone }),
  );
}

/** A moment in words, on the clock of one zone. */
export function formatMoment(locale: Locale, at: Date, zone: string, style: DateStyle = "instant"): string {
  return dateFormat(locale, zone, style, dateStyles[style]).format(at);
}

/** What people call a zone ("Kenya Time"), in their language. */
export function zoneName(locale: Locale, at: Date, zone: string): string {
  if (zone === "UTC") return "UTC";
  return keptName(`${locale} ${zone} ${Math.floor(at.getTime() / day)}`, () => {
    const parts = dateFormat(locale, zone, "zone", { timeZoneName: "shortGeneric" }).formatToParts(at);
    return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
  });
}

export function isZone(zone: string | null | undefined): zone is string {
  if (!zone || zone.length > 40 || !/^[A-Za-z0-9_+/-]+$/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

export function formatNumber(locale: Locale, value: number, most = 2): string {
  return kept(
    `${locale} number ${most}`,
    () => new Intl.NumberFormat(locales[locale].intl, { maximumFractionDigits: most }),
  ).format(value);
}

/** A number in a column, always with the same count of decimals. */
export function formatFixed(locale: Locale, value: number, decimals: number): string {
  const style = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return kept(`${locale} fixed ${decimals}`, () => new Intl.NumberFormat(locales[locale].intl, style)).format(value);
}

/** A share between 0 and 1 as a percentage. */
export function formatPercent(locale: Locale, share: number): string {
  const style = { style: "percent", maximumFractionDigits: 1 } as const;
  return kept(`${locale} percent`, () => new Intl.NumberFormat(locales[locale].intl, style)).format(share);
}

/** An amount with its currency's code: "USD 150,000". */
export function formatMoney(locale: Locale, amount: { minor: number; currency: string }): string {
  const format = kept(
    `${locale} money ${amount.currency}`,
    () =>
      new Intl.NumberFormat(locales[locale].intl, {
        style: "currency",
        currency: amount.currency,
        currencyDisplay: "code",
        trailingZeroDisplay: "stripIfInteger",
      } as Intl.NumberFormatOptions),
  );
  return format.format(amount.minor / 10 ** decimalsOf(amount.currency));
}

export function countryName(locale: Locale, code: string): string {
  const names = kept(`${locale} countries`, () => new Intl.DisplayNames(locales[locale].intl, { type: "region" }));
  return names.of(code) ?? code;
}

export function languageName(locale: Locale, code: string): string {
  const names = kept(`${locale} languages`, () => new Intl.DisplayNames(locales[locale].intl, { type: "language" }));
  return names.of(code) ?? code;
}

/** The time until (or since) a moment, in its largest sensible unit: "in 5 hours". */
export function formatTimeLeft(locale: Locale, at: Date, now: Date): string {
  const minutes = (at.getTime() - now.getTime()) / 60_000;
  const words = kept(
    `${locale} time left`,
    () => new Intl.RelativeTimeFormat(locales[locale].intl, { numeric: "always" }),
  );
  if (Math.abs(minutes) < 90) return words.format(Math.trunc(minutes), "minute");
  if (Math.abs(minutes) < 48 * 60) return words.format(Math.trunc(minutes / 60), "hour");
  return words.format(Math.trunc(minutes / 1440), "day");
}
