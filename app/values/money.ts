/** An amount in minor units (an integer) of a currency (ISO 4217). */
export type Money = { minor: number; currency: string };

/** How many decimals the minor unit of a currency has, by CLDR: 2 for USD, 0 for JPY, 3 for KWD. */
export function decimalsOf(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/**
 * Reads a typed amount: digits of any script, a point or comma before at most the currency's decimals, spaces, commas or
 * points between thousands. Null where it is no amount.
 */
export function parseMoney(typed: string, currency: string): Money | null {
  const text = typed
    .normalize("NFKC")
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replaceAll("٫", ".")
    .replaceAll("٬", ",")
    .replace(/[\s']/g, "");
  const decimals = decimalsOf(currency);
  const match = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,3}))?$/.exec(text);
  if (!match) return null;
  const [, whole = "", part = ""] = match;
  if (part.length > decimals) return null;
  const minor = Number(whole.replace(/[.,]/g, "")) * 10 ** decimals + Number(part.padEnd(decimals, "0") || "0");
  return Number.isSafeInteger(minor) ? { minor, currency } : null;
}
