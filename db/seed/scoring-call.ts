import type { Member } from "./advisory-group";
import { type Assigned, assign, conflictRows, type Packet } from "./assigning";
import { scoringCallTexts, slugs } from "./call/demo-calls";
import { demoRubric } from "./call/rubric";
import { callRow } from "./call-row";
import type { Making } from "./making";
import { invitedGroup } from "./memberships";
import { drawnPlan } from "./open-call";
import { packetRow } from "./packets";
import type { Person } from "./people";
import { type Progress, reviewRows } from "./reviewing";
import { scoreModel } from "./scores";
import { draftRows, versionRows, writeProposal } from "./write-proposal";
import { generativeTopics } from "./writing/topics-generative";

const day = 86_400_000;

/** How far the reviewers are: a third locked, a third half done, the rest not begun; the cast's reviewer 3, 2 and the rest. */
function progressOf(making: Making, all: readonly Assigned[]): Map<Assigned, Progress> {
  const own = making.random.fork("progress");
  const seen = { rosa: 0 };
  return new Map(
    all.map((assigned) => {
      if (assigned.member.person !== making.cast.reviewer) {
        return [assigned, own.pick<Progress>(["locked", "half", "not_begun"])];
      }
      const place = seen.rosa++;
      return [assigned, place < 3 ? "locked" : place < 5 ? "half" : "not_begun"];
    }),
  );
}

/** The cast's reviewer takes over from others until she has seven packets, so that her queue shows every state. */
function fillQueue(
  making: Making,
  all: Assigned[],
  member: Member | undefined,
  memberIndex: number,
  blocked: Map<string, Set<string>>,
) {
  const reviewer = making.cast.reviewer;
  if (!member) return;
  const hers = new Set(all.filter((assigned) => assigned.member.person === reviewer).map(({ packet }) => packet));
  for (const assigned of all) {
    if (hers.size >= 7) return;
    if (hers.has(assigned.packet) || blocked.get(reviewer.ref)?.has(assigned.packet.proposal.id)) continue;
    assigned.row.reviewer = reviewer.ref;
    Object.assign(assigned, { member, memberIndex });
    hers.add(assigned.packet);
  }
}

/** Proposals handed in before the close; all but the last three have their packets. */
function handedIn(
  making: Making,
  callId: string,
  count: number,
  dates: { opensAt: Date; closesAt: Date; frozenAt: Date },
) {
  const { workshop, random, cast, history } = making;
  const { rows } = workshop;
  const officer = cast.officer.ref;
  const packets: Packet[] = [];
  const leads: (Person | undefined)[] = [cast.applicant, cast.twoHats];
  const span = dates.closesAt.getTime() - dates.opensAt.getTime();
  for (let index = 0; index < count; index++) {
    const one = random.fork(`scoring/${index}`);
    const arrival = new Date(dates.closesAt.getTime() - Math.round(one.next() ** 3 * span * 0.8) - 60_000);
    const plan = drawnPlan(one, arrival, leads[index]?.country);
    const topics = generativeTopics.filter((topic, place) => place % 10 === index % 10 || topic.theme === plan.theme);
    const lead =
      leads[index] ??
      workshop.people.invent(workshop.institutions.invent(plan.country, plan.sector), [], dates.opensAt);
    const proposal = writeProposal(workshop, one, { callId, plan, lead, topics, withDocument: count < 100 });
    plan.theme = proposal.blind.theme as typeof plan.theme;
    const left = count - index;
    const ineligible = left === 3 && count < 100;
    const checked = left > 1 || count >= 100;
    const cleared = left > 3 || count >= 100;
    const state = cleared ? "in_review" : ineligible ? "ineligible" : checked ? "eligible" : "submitted";
    const savedAt = new Date(arrival.getTime() - one.whole(1, 50) * 60_000);
    draftRows(rows, proposal, { state, createdAt: dates.opensAt, submittedAt: arrival, savedAt });
    versionRows(rows, one, proposal, arrival);
    history.record(arrival, lead.ref, "applicant", "proposal submitted", ["proposal", proposal.id], { number: 1 });
    if (!checked) continue;
    const outcome = ineligible ? "ineligible" : "eligible";
    const reason = ineligible ? "Outside the theme of this call." : "Complete, in remit, eligible.";
    const toApplicant = ineligible ? "The call has a theme, and this research is on another one." : "";
    const decidedAt = new Date(dates.frozenAt.getTime() - 2 * day + index * 1000);
    const said = { outcome, reason, toApplicant };
    rows.eligibilityDecisions.push({ proposalId: proposal.id, ...said, decidedBy: officer, decidedAt });
    history.record(decidedAt, officer, "programme_officer", "eligibility decided", ["proposal", proposal.id], said);
    if (!cleared) continue;
    packets.push(packetRow(rows, one, proposal, packets.length, dates.frozenAt, officer));
    history.record(dates.frozenAt, officer, "programme_officer", "packet frozen", ["proposal", proposal.id]);
  }
  return packets;
}

/** The call that is being scored now. */
export function scoringCall(making: Making, now: Date, group: readonly Member[], count: number): string {
  const { workshop, random, cast, history } = making;
  const { rows } = workshop;
  const own = random.fork("scoring");
  const id = own.uuid();
  const midnight = Math.floor(now.getTime() / day) * day;
  const at = (days: number, hours: number) => new Date(midnight + days * day + hours * 3_600_000);
  const dates = { opensAt: at(-66, 14), closesAt: at(-10, 4), frozenAt: at(-7, 9) };
  const dueAt = at(12, 21);
  rows.calls.push(
    callRow({
      id,
      slug: slugs.scoring,
      kind: "thematic",
      state: "published",
      budgetMinor: 500_000_00,
      opensAt: dates.opensAt,
      closesAt: dates.closesAt,
      scoringClosesAt: dueAt,
      languages: ["en"],
      texts: scoringCallTexts,
    }),
  );
  const members = group.filter(({ dropsOut }) => !dropsOut).slice(0, Math.max(12, count >= 100 ? group.length : 12));
  invitedGroup(making, id, members, at(-30, 10));
  const packets = handedIn(making, id, count, dates);
  const officer = cast.officer.ref;
  const proposals = packets.map(({ proposal }) => proposal);
  const blocked = conflictRows(rows, own.fork("conflicts"), members, proposals, at(-6, 9), officer);
  const assignedAt = at(-6, 12);
  const asked = { callId: id, members, packets, blocked, each: 3, assignedAt, dueAt, officer };
  const all = assign(rows, own.fork("assignments"), asked);
  const place = members.findIndex(({ person }) => person === cast.reviewer);
  fillQueue(making, all, members[place], place, blocked);
  const model = scoreModel(own.fork("scores"), { proposals: packets.length, reviewers: members.length }, demoRubric);
  for (const [assigned, progress] of progressOf(making, all)) {
    const { row, member } = assigned;
    const when = new Date(assignedAt.getTime() + own.whole(60, 5 * 24 * 60) * 60_000);
    reviewRows(rows, own.fork(`review/${row.id}`), model, assigned, progress, when);
    history.record(assignedAt, officer, "programme_officer", "reviewer assigned", ["assignment", row.id]);
    if (progress === "locked")
      history.record(when, member.person.ref, "reviewer", "review locked", ["assignment", row.id]);
  }
  return id;
}
