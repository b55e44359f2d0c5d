/** An amount in minor units (an integer) of a currency (ISO 4217). */
export type Money = { minor: number; currency: string };

/** How many decimals the minor unit of a currency has, by CLDR: 2 for USD, 0 for JPY, 3 for KWD. */
export function decimalsOf(currency: string): number {
  const known = decimals.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  const found = format.resolvedOptions().maximumFractionDigits ?? 2;
  // Intl takes any three letters for a currency.
  if (decimals.size < mostCurrencies) decimals.set(currency, found);
  return found;
}

const mostCurrencies = 300;
const decimals = new Map<string, number>();

const europeanDigits = (typed: string) =>
  typed
    .normalize("NFKC")
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll("٫", ".")
    .replaceAll("٬", ",")
    .replace(/[\s'’]/g, "");

/** Thousands apart by one sign, the same each time; the decimals after the other one. */
const amountForm = /^(?:([1-9]\d{0,2}(?:,\d{3})+)|([1-9]\d{0,2}(?:\.\d{3})+)|\d+)(?:([.,])(\d+))?$/;
const oneGroup = 7;

function minorUnits(typed: string, decimals: number): number | null {
  const text = europeanDigits(typed);
  const match = amountForm.exec(text);
  if (!match) return null;
  const [, byCommas, byPoints, sign, part = ""] = match;
  if (part.length > decimals || (byCommas && sign === ",") || (byPoints && sign === ".")) return null;
  const grouped = byCommas ?? byPoints;
  if (grouped && decimals === 3 && !sign && grouped.length <= oneGroup) return null;
  const whole = sign ? text.slice(0, text.lastIndexOf(sign)) : text;
  const minor = Number(whole.replace(/[.,]/g, "") + part.padEnd(decimals, "0"));
  return Number.isSafeInteger(minor) ? minor : null;
}

/**
 * Reads a typed amount: digits of any script, a point or comma before at most the currency's decimals, spaces, commas or
 * points between thousands. Null where it is no amount, or where it could be two ("1.250" of a currency in thousandths).
 */
export function parseMoney(typed: string, currency: string): Money | null {
  const minor = minorUnits(typed, decimalsOf(currency));
  return minor === null ? null : { minor, currency };
}

/** Reads a typed amount in whole units, thousands apart or not; null where it is none. */
export const wholeAmount = (typed: string): number | null => minorUnits(typed, 0);
