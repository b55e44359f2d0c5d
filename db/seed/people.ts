import type { Hat } from "~/access/hats";
import { normalisedText } from "~/values/normalised-text";
import { type CastMember, cast } from "./cast";
import type { Institution, InstitutionRegister } from "./names/institutions";
import { ascii, inventName } from "./names/people-names";
import { placeOf } from "./places";
import type { Random } from "./random";
import type { Rows } from "./rows";
import type { Sector } from "./sectors";

export type Person = { ref: string; name: string; email: string; country: string; institution: Institution };

const arabicSpeaking = new Set(["JO", "LB", "EG", "TN", "MA"]);

const sectorOfCast: Record<CastMember["role"], Sector> = {
  applicant: "academic",
  coInvestigator: "academic",
  reviewer: "ngo",
  conflictedReviewer: "academic",
  officer: "ngo",
  secondOfficer: "ngo",
  financeOfficer: "ngo",
  auditor: "private",
  twoHats: "ngo",
};

/** Everybody in the demo: the cast first, then whoever is invented; no two share an address. */
export function peopleRegister(random: Random, rows: Rows, institutions: InstitutionRegister) {
  const taken = new Set<string>();

  function add(name: string, email: string, country: string, institution: Institution, hats: Hat[], createdAt: Date) {
    const person: Person = { ref: random.uuid(), name, email, country, institution };
    taken.add(email);
    const locale = arabicSpeaking.has(country) && random.chance(0.6) ? "ar" : "en";
    rows.people.push({ id: person.ref, hats, locale, createdAt });
    rows.persons.push({
      ref: person.ref,
      name,
      email,
      emailVerifiedAt: createdAt,
      country,
      institution: institution.id,
    });
    return person;
  }

  function freeAddress([given, family]: [string, string], domain: string) {
    const local = [given, family].filter(Boolean).join(".") || "office";
    for (let number = 1; ; number++) {
      const email = `${local}${number === 1 ? "" : number}@${domain}`;
      if (!taken.has(email)) return email;
    }
  }

  return {
    addCast(createdAt: Date): Record<CastMember["role"], Person> {
      const added = cast.map((member) => {
        const domain = member.email.slice(member.email.indexOf("@") + 1).replace(".example", "");
        const institution = institutions.add(member.institution, member.country, sectorOfCast[member.role], domain);
        return [member.role, add(member.name, member.email, member.country, institution, member.hats, createdAt)];
      });
      return Object.fromEntries(added);
    },
    invent(institution: Institution, hats: Hat[], createdAt: Date, country = institution.country): Person {
      const { name, latin } = inventName(random, placeOf(country).names);
      const domain = random.chance(0.12) ? "freemail.example" : institution.domain;
      return add(name, freeAddress(latin, domain), country, institution, hats, createdAt);
    },
    /** A name for somebody who has no account, such as a co-investigator on paper. */
    mention: (country: string) => inventName(random, placeOf(country).names).name,
  };
}

export type PeopleRegister = ReturnType<typeof peopleRegister>;

export const institutionRow = ({ id, name, country, sector }: Institution) => ({
  id,
  name,
  normalisedName: normalisedText(name),
  country,
  sector,
});

/** The words by which a proposal's people could be known. */
export const termsOf = (person: Person, orcid: string): string[] => [
  person.name,
  person.email,
  person.institution.name,
  person.institution.domain,
  orcid,
  ascii(person.institution.name),
];
