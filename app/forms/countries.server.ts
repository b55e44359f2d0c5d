import { countryName } from "~/ui/formats";
import type { Locale } from "~/ui/locales";
import { countryCodes } from "./country-codes";

const kept = new Map<Locale, { value: string; label: string }[]>();

/**
 * Every country with its name in the reader's language, in the order of that language. Known to the server alone: browsers
 * name and sort countries by tables of their own, and a page taken up with other words would be made anew.
 */
export function countriesIn(locale: Locale): { value: string; label: string }[] {
  let countries = kept.get(locale);
  if (!countries) {
    const order = new Intl.Collator(locale);
    countries = countryCodes
      .map((value) => ({ value, label: countryName(locale, value) }))
      .sort((one, other) => order.compare(one.label, other.label));
    kept.set(locale, countries);
  }
  return countries;
}
