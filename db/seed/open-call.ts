import { openCallTexts, slugs } from "./call/demo-calls";
import { themes } from "./call/form";
import { callRow } from "./call-row";
import type { Making } from "./making";
import type { Person } from "./people";
import { places } from "./places";
import { type Plan, requests } from "./plans";
import type { Random } from "./random";
import { sectors } from "./sectors";
import { draftRows, versionRows, type WrittenProposal, writeProposal } from "./write-proposal";
import { topicsByTheme } from "./writing/topics";

const day = 86_400_000;

/** A plan drawn by lot, for calls whose figures are nobody's promise. */
export function drawnPlan(random: Random, arrival: Date, country?: string): Plan {
  return {
    country: country ?? random.pick(places).country,
    sector: random.pick([...sectors, "academic", "academic", "ngo"] as const),
    theme: random.pick(themes),
    months: random.pick([12, 18, 24]),
    requestedMinor: random.pick(requests(random, 60)),
    arrival,
    fate: "reviewed",
    fault: null,
    repeats: null,
  };
}

/** Leaves a draft as far as it has come: the first questions, sometimes without the identity part. */
function partly(random: Random, proposal: WrittenProposal): WrittenProposal {
  const blind = Object.entries(proposal.blind);
  const kept = blind.slice(0, random.whole(1, blind.length - 3));
  const identity = random.chance(0.5) ? Object.entries(proposal.identity).slice(0, random.whole(1, 4)) : [];
  return { ...proposal, blind: Object.fromEntries(kept), identity: Object.fromEntries(identity), document: null };
}

/** The call that is open now, with drafts and submissions. */
export function openCall(making: Making, now: Date, size: { drafts: number; submissions: number }): string {
  const { workshop, random, cast, history } = making;
  const { rows } = workshop;
  const own = random.fork("open");
  const id = own.uuid();
  const midnight = Math.floor(now.getTime() / day) * day;
  const opensAt = new Date(midnight - 20 * day + 14 * 3_600_000);
  const closesAt = new Date(midnight + 25 * day + 21 * 3_600_000);
  const scoringClosesAt = new Date(closesAt.getTime() + 45 * day);
  rows.calls.push(
    callRow({
      id,
      slug: slugs.open,
      kind: "open",
      state: "published",
      budgetMinor: 1_000_000_00,
      opensAt,
      closesAt,
      scoringClosesAt,
      languages: ["en", "ar"],
      texts: openCallTexts,
    }),
  );
  const castLeads: { lead: Person; submitted: boolean }[] = [
    { lead: cast.applicant, submitted: false },
    { lead: cast.applicant, submitted: true },
    { lead: cast.twoHats, submitted: false },
  ];
  const total = size.drafts + size.submissions;
  for (let index = 0; index < total; index++) {
    const one = own.fork(`proposal/${index}`);
    const given = castLeads[index];
    const submitted = given ? given.submitted : index - castLeads.length < size.submissions - 1;
    const savedAt = new Date(now.getTime() - one.whole(60, 12 * 24 * 60) * 60_000);
    const plan = drawnPlan(one, savedAt, given?.lead.country);
    const lead =
      given?.lead ??
      workshop.people.invent(
        workshop.institutions.invent(plan.country, plan.sector),
        [],
        new Date(opensAt.getTime() + day),
      );
    const topics = topicsByTheme[plan.theme];
    const whole = writeProposal(workshop, one, {
      callId: id,
      plan,
      lead,
      topics,
      withDocument: submitted && one.chance(0.6),
    });
    const proposal = submitted ? whole : partly(one, whole);
    const createdAt = new Date(Math.max(opensAt.getTime() + 3_600_000, savedAt.getTime() - one.whole(1, 6) * day));
    const submittedAt = submitted ? savedAt : null;
    draftRows(rows, proposal, { state: submitted ? "submitted" : "draft", createdAt, submittedAt, savedAt });
    history.record(createdAt, lead.ref, "applicant", "proposal started", ["proposal", proposal.id]);
    if (index === 0)
      rows.proposalMembers.push({ proposalId: proposal.id, person: cast.coInvestigator.ref, role: "editor" });
    if (!submittedAt) continue;
    versionRows(rows, one, proposal, submittedAt);
    history.record(submittedAt, lead.ref, "applicant", "proposal submitted", ["proposal", proposal.id], { number: 1 });
  }
  return id;
}
