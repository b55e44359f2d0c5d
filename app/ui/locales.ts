/** Every language the pages are offered in. A new one is a line here and a folder beside this file. */
export const locales = {
  en: { name: "English", direction: "ltr", intl: "en-GB" },
  ar: { name: "العربية", direction: "rtl", intl: "ar-u-nu-latn" },
} as const;

export type Locale = keyof typeof locales;
export type Direction = "ltr" | "rtl";

export const offeredLocales = Object.keys(locales) as Locale[];
const sidesInEnglishOnly = ["/review", "/manage", "/finance"];

export function isLocale(value: unknown): value is Locale {
  return typeof value === "string" && Object.hasOwn(locales, value);
}

export function directionOf(locale: Locale): Direction {
  return locales[locale].direction;
}

/** The language of a page: what the reader chose, else what the browser prefers, else English. */
export function chooseLocale(asked: { path: string; chosen?: string | null; acceptLanguage?: string | null }): Locale {
  if (sidesInEnglishOnly.some((side) => asked.path === side || asked.path.startsWith(`${side}/`))) return "en";
  if (isLocale(asked.chosen)) return asked.chosen;
  return preferredLocale(asked.acceptLanguage ?? "") ?? "en";
}

function preferredLocale(acceptLanguage: string): Locale | undefined {
  return acceptLanguage
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const weight = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return { language: tag.split("-")[0], weight: weight ? Number(weight.trim().slice(2)) : 1 };
    })
    .filter((wish) => wish.weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map((wish) => wish.language)
    .find(isLocale);
}
