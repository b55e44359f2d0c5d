import { affiliationRows, gatherGroup, type Member } from "./advisory-group";
import { pastCallTexts, slugs } from "./call/demo-calls";
import { demoRubric } from "./call/rubric";
import { callRow } from "./call-row";
import { dates2021 } from "./dates-2021";
import { budgetMinor } from "./deciding";
import type { Making } from "./making";
import { invitedGroup } from "./memberships";
import { decisionsOf } from "./past-decisions";
import { eligibilityOf, reviewsOf } from "./past-review";
import type { Person } from "./people";
import { type Plan, planProposals } from "./plans";
import { draftRows, versionRows, type WrittenProposal, writeProposal } from "./write-proposal";
import { topicsByTheme } from "./writing/topics";

/** Who leads each proposal: the cast where it applies, the author of what is repeated, otherwise somebody new. */
function leads({ workshop, cast }: Making, plans: Plan[]): Person[] {
  const found: Person[] = [];
  const casting = [
    { person: cast.applicant, country: "KE", sector: "academic" },
    { person: cast.twoHats, country: "PE", sector: "ngo" },
  ];
  const isFree = (plan: Plan, index: number) =>
    plan.fate === "reviewed" && !plan.fault && !plans.some((other) => other.repeats === index);
  for (const { person, country, sector } of casting) {
    const index = plans.findIndex((plan, at) => plan.country === country && isFree(plan, at));
    const plan = plans[index];
    if (!plan) continue;
    const swap = plans.find((other, at) => other.sector === sector && isFree(other, at) && !found[at]);
    if (swap && plan.sector !== sector) [plan.sector, swap.sector] = [swap.sector, plan.sector];
    found[index] = person;
  }
  plans.forEach((plan, index) => {
    if (found[index] || plan.repeats !== null) return;
    const institution = workshop.institutions.invent(plan.country, plan.sector);
    const arrived = plan.arrival.getTime();
    found[index] = workshop.people.invent(institution, [], new Date(arrived - 20 * 86_400_000));
  });
  plans.forEach((plan, index) => {
    if (plan.repeats !== null) found[index] = found[plan.repeats] as Person;
  });
  return found;
}

const budgetIn = (answers: Record<string, string>) =>
  Object.fromEntries(Object.entries(answers).filter(([question]) => /^(requested$|budget_|months$)/.test(question)));

/** Beyond this size no files are made: they would take longer than all the rest. */
const mostWithFiles = 500;

/** Writes and hands in all proposals; what repeats another has its words, and amounts of its own. */
function submitAll({ workshop, random, history }: Making, callId: string, plans: Plan[], people: Person[]) {
  const written: WrittenProposal[] = [];
  plans.forEach((plan, index) => {
    const own = random.fork(`proposal/${index}`);
    const lead = people[index] as Person;
    const withDocument = plans.length <= mostWithFiles && own.chance(0.3);
    const topics = topicsByTheme[plan.theme];
    const proposal = writeProposal(workshop, own, { callId, plan, lead, topics, withDocument });
    written[index] = proposal;
  });
  for (const proposal of written) {
    const original = proposal.plan.repeats === null ? null : written[proposal.plan.repeats];
    if (!original) continue;
    const { title, blind, identity } = original;
    Object.assign(proposal, { title, blind: { ...blind, ...budgetIn(proposal.blind) }, identity });
  }
  written.forEach((proposal, index) => {
    const own = random.fork(`submission/${index}`);
    const { plan, lead } = proposal;
    const createdAt = new Date(plan.arrival.getTime() - own.whole(1, 30) * 86_400_000);
    const savedAt = new Date(plan.arrival.getTime() - own.whole(2, 90) * 60_000);
    draftRows(workshop.rows, proposal, { state: "submitted", createdAt, submittedAt: plan.arrival, savedAt });
    versionRows(workshop.rows, own, proposal, plan.arrival);
    history.record(plan.arrival, lead.ref, "applicant", "proposal submitted", ["proposal", proposal.id], { number: 1 });
  });
  return written;
}

export type PastCall = { id: string; members: Member[] };

/** The call of 2021: proposals from 55 countries, scored, decided, told and announced. */
export function pastCall(making: Making, size: { proposals: number; reviewers: number }): PastCall {
  const { workshop, random, cast } = making;
  const { rows } = workshop;
  const id = random.uuid();
  const { opensAt, closesAt, scoringClosesAt, joined } = dates2021;
  rows.calls.push(
    callRow({
      id,
      slug: slugs.past,
      kind: "open",
      state: "closed",
      budgetMinor,
      opensAt,
      closesAt,
      scoringClosesAt,
      languages: ["en"],
      texts: pastCallTexts,
    }),
  );
  const plans = planProposals(random.fork("plans"), size.proposals, dates2021);
  const people = leads(making, plans);
  const proposals = submitAll(making, id, plans, people);
  const author = proposals.find(
    ({ plan, lead }) => plan.country === "IN" && plan.fate === "reviewed" && lead !== cast.applicant,
  );
  if (!author) throw new Error("The group needs a member with a proposal of her own.");
  const row = rows.people.find((person) => person.id === author.lead.ref);
  if (row) row.hats = ["reviewer"];
  const group = { size: size.reviewers, cast, proposals, author: author.lead, joined };
  const members = gatherGroup(workshop, random.fork("group"), group);
  affiliationRows(workshop, random.fork("affiliations"), members);
  invitedGroup(making, id, members, joined);
  const packets = eligibilityOf(making, proposals);
  const reviewed = reviewsOf(making, id, members, packets, demoRubric);
  decisionsOf(making, id, proposals, reviewed);
  return { id, members };
}
