import { expect, it } from "vitest";
import { matchingGrantees } from "~/awards/grantee-search";
import type { Grantee } from "~/awards/grantees.queries.server";
import type { Locale } from "~/ui/locales";

const grantee: Grantee = {
  reference: "SORF-2021-01",
  call: { slug: "2021", title: "First call", kind: "open", opensAt: new Date("2021-02-04T00:00:00Z") },
  title: "Warnings that work",
  summary: "What helps moderators, 50% of the time.",
  theme: "deterrence",
  themeTitle: "Deterrence",
  institution: { name: "Uniwersytet Złotowierzba", country: "NP", ror: null },
  requestedMinor: null,
  amountMinor: 1,
  currency: "USD",
  months: 12,
  awardedAt: new Date("2021-09-01T00:00:00Z"),
  announcedAt: new Date("2021-09-15T00:00:00Z"),
};

it.each<[string, Locale, boolean]>([
  ["", "en", true],
  ["zlotowierzba", "en", true],
  ["  WARNINGS   złotowierzba ", "en", true],
  ["nepal", "en", true],
  ["نيبال", "ar", true],
  ["deterrence sorf-2021", "en", true],
  ["moderator", "en", true],
  ["50%", "en", true],
  ["%", "en", false],
  ["warnings kenya", "en", false],
  ["First call", "en", false],
])("a search for “%s” in %s finds it: %s", (search, locale, found) => {
  expect(matchingGrantees([grantee], search, locale)).toEqual(found ? [grantee] : []);
});
