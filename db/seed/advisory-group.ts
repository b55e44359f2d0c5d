import { institutionRow, type Person } from "./people";
import type { Random } from "./random";
import type { Workshop, WrittenProposal } from "./write-proposal";

export type Member = {
  person: Person;
  /** Why the member sits where she sits, for whoever reads the demo. */
  tie: "none" | "member_company" | "same_institution" | "own_proposal" | "co_author";
  dropsOut: boolean;
};

/** Companies of the alliance, invented like everything else. */
export const memberCompanies = [
  ["Lumenarc Platforms", "US"],
  ["Orbitalk", "US"],
  ["Pixelgrove Games", "US"],
  ["Kitefield Messaging", "GB"],
  ["Nordlicht Streaming", "DE"],
  ["Saptarang Social", "IN"],
] as const;

/** Countries of the members beside the cast, the member companies and the author: 14 countries in all. */
const others = ["GB", "GB", "US", "US", "US", "PH", "NG", "BR", "BR", "AU", "JP", "ZA", "ZA", "JO"];
const sharing = ["GB", "ZA", "BR", "US"];

type Cast = { reviewer: Person; conflictedReviewer: Person; twoHats: Person };

/**
 * The 24 members of the advisory group, or more where a large fund is generated. Some share an institution with an
 * applicant, two have a proposal of their own, three know a co-author, one will drop out.
 */
export function gatherGroup(
  workshop: Workshop,
  random: Random,
  from: { size: number; cast: Cast; proposals: readonly WrittenProposal[]; author: Person; joined: Date },
): Member[] {
  const { people, institutions } = workshop;
  const { cast } = from;
  const members: Member[] = [
    { person: cast.reviewer, tie: "none", dropsOut: false },
    { person: cast.conflictedReviewer, tie: "same_institution", dropsOut: false },
    { person: cast.twoHats, tie: "own_proposal", dropsOut: false },
    { person: from.author, tie: "own_proposal", dropsOut: false },
  ];
  const add = (person: Person, tie: Member["tie"]) => members.push({ person, tie, dropsOut: false });
  for (const [name, country] of memberCompanies) {
    add(people.invent(institutions.add(name, country, "private"), ["reviewer"], from.joined), "member_company");
  }
  const left = [...others];
  for (const country of sharing) {
    const host = random
      .shuffled(from.proposals)
      .find(
        ({ plan, lead }) =>
          plan.country === country && lead.institution.sector === "academic" && plan.fate === "reviewed",
      );
    if (!host) continue;
    add(people.invent(host.lead.institution, ["reviewer"], from.joined), "same_institution");
    left.splice(left.indexOf(country), 1);
  }
  while (members.length < from.size) {
    const country = left.shift() ?? random.pick(others);
    const institution = institutions.invent(country, random.pick(["academic", "ngo", "ngo", "public"]));
    add(people.invent(institution, ["reviewer"], from.joined), "none");
  }
  const free = members.filter(({ tie, person }) => tie === "none" && person !== cast.reviewer);
  for (const member of free.slice(0, 3)) member.tie = "co_author";
  const leaver = free[3];
  if (leaver) leaver.dropsOut = true;
  return members;
}

/** Where members work and worked, as conflicts are matched with it. */
export function affiliationRows({ rows }: Workshop, random: Random, members: readonly Member[]) {
  for (const { person } of members) {
    rows.affiliations.push({
      person: person.ref,
      institution: person.institution.id,
      since: `${random.whole(2005, 2018)}-0${random.whole(1, 9)}-01`,
      until: null,
    });
  }
}

/** All institutions become rows once everybody is invented. */
export const institutionRows = ({ rows, institutions }: Workshop) => {
  rows.institutions = institutions.all().map(institutionRow);
};
