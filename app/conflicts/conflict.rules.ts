import { normalisedText } from "~/values/normalised-text";

export const conflictKinds = [
  "own_proposal",
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
  host: { normalisedName: string; ror: string | null } | null;
  teamEmails: readonly string[];
  namedPeople: string;
};

/** Domains where anybody can have an address: sharing one means nothing. */
export const freeMail: ReadonlySet<string> = new Set([
  "gmail.com",
  "outlook.com",
  "hotmail.com",
  "yahoo.com",
  "icloud.com",
  "proton.me",
  "gmx.net",
  "qq.com",
  "163.com",
  "freemail.example",
]);

const yearsThatCount = 3;

const domainOf = (email: string) => email.slice(email.lastIndexOf("@") + 1).toLowerCase();

function worksThere(place: Place, host: { normalisedName: string; ror: string | null }, now: Date): boolean {
  if (place.until) {
    const since = new Date(now);
    since.setUTCFullYear(since.getUTCFullYear() - yearsThatCount);
    if (new Date(place.until) < since) return false;
  }
  if (place.ror && host.ror) return place.ror === host.ror;
  return place.normalisedName !== "" && place.normalisedName === host.normalisedName;
}

/** The ties between a person and a proposal: her own, her institution now or in the last three years, her address, her name. */
export function conflictsOf(person: PersonFacts, proposal: ProposalFacts, now: Date): ConflictFinding[] {
  const findings: ConflictFinding[] = [];
  const { host } = proposal;
  if (proposal.hasAsMember) findings.push({ kind: "own_proposal", hard: true });
  if (host && person.institutions.some((place) => worksThere(place, host, now))) {
    findings.push({ kind: "same_institution", hard: true });
  }
  const domain = domainOf(person.email);
  if (!freeMail.has(domain) && proposal.teamEmails.some((email) => domainOf(email) === domain)) {
    findings.push({ kind: "same_email_domain", hard: true });
  }
  const name = normalisedText(person.name);
  if (name !== "" && ` ${normalisedText(proposal.namedPeople)} `.includes(` ${name} `)) {
    findings.push({ kind: "named_in_proposal", hard: true });
  }
  return findings;
}
