import type { Person } from "./people";
import type { Random } from "./random";

/** An ORCID with a right check character from a range that is never given to anybody. */
export function inventOrcid(random: Random): string {
  const digits = `00000000${random.code(7, "0123456789")}`;
  const total = [...digits].reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  const check = (12 - (total % 11)) % 11;
  const whole = digits + (check === 10 ? "X" : check);
  return [0, 4, 8, 12].map((from) => whole.slice(from, from + 4)).join("-");
}

const records = [
  "The team has worked together for {n} years on child protection and digital life, and has completed {m} funded studies. Two of them changed national guidance.",
  "Since {year} we have studied children's lives online with schools and services in our region. {m} reports are in use by helplines; our data are shared openly.",
  "The principal investigator has {n} years of experience in research with survivors and led {m} studies of comparable size. The fieldwork lead was a practitioner before.",
  "We are a small organisation with close ties to practice: {n} years of case work, {m} evaluations, and a research lead seconded by a partner.",
];
const bodies = [
  "Research Ethics Board of {host}, reference {code}",
  "Human Participants Committee of {host}, {code}",
  "Independent Research Ethics Panel for Social Studies, {code}",
  "Regional ethics review board, protocol {code}",
];
const roles = [
  "recruitment and fieldwork",
  "referral and support for participants",
  "legal advice",
  "translation and adaptation",
  "use in practice",
];

export type Team = { lead: Person; orcid: string; colleagues: string[]; partners: string[]; safeguarding: string };

/** The identity part: who asks, from where, with whom. Reviewers never read it. */
export function writeIdentity(random: Random, { lead, orcid, colleagues, partners, safeguarding }: Team) {
  const fill = (text: string) =>
    text
      .replace("{n}", String(random.whole(4, 19)))
      .replace("{m}", String(random.whole(3, 14)))
      .replace("{year}", String(random.whole(2006, 2016)))
      .replace("{host}", lead.institution.name)
      .replace("{code}", `${random.code(2, "ABCDEFGHKMR")}-${random.whole(100, 999)}/${random.whole(10, 99)}`);
  const answers: Record<string, string> = {
    host_institution: lead.institution.name,
    host_country: lead.institution.country,
    sector: lead.institution.sector,
    principal_investigator: lead.name,
    orcid,
    track_record: fill(random.pick(records)),
    safeguarding_lead: safeguarding,
    ethics_body: fill(random.pick(bodies)),
  };
  if (partners.length > 0) answers.partners = partners.map((partner) => `${partner}: ${random.pick(roles)}`).join("\n");
  if (colleagues.length > 0) answers.co_investigators = colleagues.join("\n");
  return answers;
}
