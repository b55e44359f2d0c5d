import { countryName } from "~/ui/formats";
import type { Locale } from "~/ui/locales";
import { plainWords } from "~/values/normalised-text";
import type { Grantee } from "./grantees.queries.server";

/**
 * The grantees that every word of a search is found in: in title, summary, theme, institution, country (in the reader's
 * language) or reference, however accents and case are typed.
 */
export function matchingGrantees(grantees: readonly Grantee[], search: string, locale: Locale): Grantee[] {
  if (search.trim() === "") return [...grantees];
  const wanted = plainWords(search).split(" ").filter(Boolean);
  // Signs alone stand in nothing that anybody wrote.
  if (wanted.length === 0) return [];
  return grantees.filter(({ title, summary, themeTitle, institution, reference }) => {
    const country = countryName(locale, institution.country);
    const said = plainWords([title, summary, themeTitle ?? "", institution.name, country, reference].join(" "));
    return wanted.every((word) => said.includes(word));
  });
}
