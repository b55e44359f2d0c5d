import { createHash } from "node:crypto";
import type { Grantee } from "~/awards/grantees.queries.server";
import { decimalsOf } from "~/values/money";
import { plainWords } from "~/values/normalised-text";
import { rorIdOf } from "~/values/ror";

/** The fund as publisher; the prefix is the standard's own example until the fund has registered one. */
const prefix = "360G-example";
const fund = { id: `${prefix}-safe-online-research-fund`, name: "Safe Online Research Fund" };
const licence = "https://creativecommons.org/licenses/by/4.0/";

const amount = (minor: number, currency: string) => minor / 10 ** decimalsOf(currency);

/**
 * An institution is known by its id in the Research Organization Registry; where it has none, by one of our own that is
 * the same for every award to it, however its name was typed, and that cannot be taken for a registry's.
 */
function organisationId({ name, country, ror }: Grantee["institution"]): string {
  if (ror) return `XI-ROR-${rorIdOf(ror)}`;
  const known = `${country.toUpperCase()} ${plainWords(name) || name.trim()}`;
  return `${prefix}-org-${createHash("sha256").update(known).digest("hex").slice(0, 16)}`;
}

function grant(grantee: Grantee) {
  const { institution, currency } = grantee;
  return {
    id: `${prefix}-${grantee.reference}`,
    title: grantee.title,
    description: grantee.summary || grantee.title,
    currency,
    amountAwarded: amount(grantee.amountMinor, currency),
    ...(grantee.requestedMinor === null ? {} : { amountAppliedFor: amount(grantee.requestedMinor, currency) }),
    awardDate: grantee.awardedAt.toISOString().slice(0, 10),
    // When it begins is agreed after the award; until then nobody has planned a day, and none is published.
    plannedDates: [{ duration: grantee.months }],
    fundingOrganization: [fund],
    recipientOrganization: [
      {
        id: organisationId(institution),
        name: institution.name,
        addressCountry: institution.country,
      },
    ],
    grantProgramme: [{ code: grantee.call.slug, title: grantee.call.title }],
    fromOpenCall: grantee.call.kind === "invited" ? "No" : "Yes",
    dateModified: grantee.announcedAt.toISOString(),
  };
}

/**
 * Announced grantees as a package of the 360Giving Data Standard 1.4: amounts are numbers in whole units. The standard
 * asks for at least one grant, so before the first announcement there is no package: an empty one would call itself
 * something it is not, and whoever gathers such files would refuse it.
 */
export function grantsPackage(grantees: Grantee[], appUrl: string) {
  if (grantees.length === 0) return null;
  const announced = grantees.map(({ announcedAt }) => announcedAt.getTime());
  return {
    version: "1.4",
    title: "Safe Online Research Fund: awards",
    description: "Every award the fund has announced.",
    issued: new Date(Math.min(...announced)).toISOString().slice(0, 10),
    modified: new Date(Math.max(...announced)).toISOString(),
    license: licence,
    licenseName: "Creative Commons Attribution 4.0 International",
    publisher: { name: fund.name, website: appUrl, prefix },
    grants: grantees.map(grant),
  };
}
