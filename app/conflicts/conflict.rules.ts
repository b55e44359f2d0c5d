import { plainWords, saysWords } from "~/values/normalised-text";
import { rorIdOf } from "~/values/ror";
import { otherSpellings } from "~/values/spellings";
import { isFreeMail } from "./free-mail";

export const conflictKinds = [
  "own_proposal",
  "own_proposal_in_call",
  "same_institution",
  "same_email_domain",
  "named_in_proposal",
  "recusal",
  "declared",
] as const;

export type ConflictKind = (typeof conflictKinds)[number];

/** A tie that was found; a hard one blocks at once, a soft one waits for an officer. */
export type ConflictFinding = { kind: ConflictKind; hard: boolean };

type Place = { normalisedName: string; ror: string | null; until?: string | null };
type PersonFacts = { name: string; email: string; institutions: readonly Place[] };
type ProposalFacts = {
  hasAsMember: boolean;
  /** She works on another proposal of the same call, which was handed in: a rival of this one. */
  rivalOfHers: boolean;
  host: { normalisedName: string; ror: string | null } | null;
  teamEmails: readonly string[];
  namedPeople: string;
};

const yearsThatCount = 3;

const domainOf = (email: string) => email.slice(email.lastIndexOf("@") + 1).toLowerCase();
const sameHouse = (one: string, other: string) =>
  one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);

/** Names are cited both ways round: "Amina Otieno", "Otieno, Amina". */
function bothWaysRound(name: string): string[] {
  const words = plainWords(name).split(" ");
  const last = words.at(-1) ?? "";
  return words.length < 2 ? [name] : [name, [last, ...words.slice(0, -1)].join(" ")];
}

function worksThere(place: Place, host: { normalisedName: string; ror: string | null }, now: Date): boolean {
  if (place.until) {
    const since = new Date(now);
    since.setUTCFullYear(since.getUTCFullYear() - yearsThatCount);
    if (new Date(place.until) < since) return false;
  }
  if (place.ror && host.ror && rorIdOf(place.ror) === rorIdOf(host.ror)) return true;
  const [there, hosting] = [plainWords(place.normalisedName), plainWords(host.normalisedName)];
  return there !== "" && there === hosting;
}

/** The ties between a person and a proposal: her own, one that competes with her own, her institution now or in the last three years, her address, her name. */
export function conflictsOf(person: PersonFacts, proposal: ProposalFacts, now: Date): ConflictFinding[] {
  const findings: ConflictFinding[] = [];
  const { host } = proposal;
  if (proposal.hasAsMember) findings.push({ kind: "own_proposal", hard: true });
  if (proposal.rivalOfHers) findings.push({ kind: "own_proposal_in_call", hard: true });
  if (host && person.institutions.some((place) => worksThere(place, host, now))) {
    findings.push({ kind: "same_institution", hard: true });
  }
  const domain = domainOf(person.email);
  if (!isFreeMail(domain) && proposal.teamEmails.some((email) => sameHouse(domainOf(email), domain))) {
    findings.push({ kind: "same_email_domain", hard: true });
  }
  const spellings = [person.name, ...otherSpellings(person.name)];
  if (spellings.flatMap(bothWaysRound).some((name) => saysWords(proposal.namedPeople, name))) {
    findings.push({ kind: "named_in_proposal", hard: true });
  }
  return findings;
}
