import type { Rubric } from "~/calls/rubric";
import type { ScoreGiven } from "~/reviews/review";
import type { Member } from "./advisory-group";
import { type Assigned, addAssignment, assign, conflictRows, type Packet } from "./assigning";
import { dates2021 } from "./dates-2021";
import type { Making } from "./making";
import { packetRow } from "./packets";
import { reviewRows } from "./reviewing";
import type { Rows } from "./rows";
import { scoreModel } from "./scores";
import type { WrittenProposal } from "./write-proposal";

const minute = 60_000;
/** Why a proposal was turned away: for the record, and for its applicants. */
type Because = { reason: string; toApplicant: string };
const because: { duplicate: Because; ineligible: Because[] } = {
  duplicate: {
    reason: "Repeats another proposal of the same team; the later one was kept apart and is not reviewed.",
    toApplicant: "This proposal repeats another one of your team, which was reviewed. A proposal is considered once.",
  },
  ineligible: [
    {
      reason: "Outside the remit of the call: the research does not concern online harm to children.",
      toApplicant: "The call is for research on online harm to children, and this research concerns something else.",
    },
    {
      reason: "The host institution is not registered and cannot receive a grant.",
      toApplicant:
        "The fund can only pay a registered institution. Together with one that is, you are welcome to apply again.",
    },
    {
      reason: "The research depends on a member of the Coalition and could not be published freely.",
      toApplicant:
        "Research of the fund is independent and freely published. The agreement you describe would not allow that.",
    },
    {
      reason: "No ethics review is planned.",
      toApplicant:
        "The call asks for an ethics review, and the proposal plans none. An independent body would do as well.",
    },
    // Nothing was written to these: they read the general sentence.
    { reason: "Asks for the continued operation of a service and not for research.", toApplicant: "" },
  ],
};
const fit: Because = { reason: "Complete, in remit, eligible.", toApplicant: "" };

/** The desk check after the close, withdrawals, and blind packets of all that is eligible. */
export function eligibilityOf(
  { workshop: { rows }, random, history, cast }: Making,
  proposals: readonly WrittenProposal[],
): Packet[] {
  const own = random.fork("eligibility");
  const packets: Packet[] = [];
  const officer = cast.officer.ref;
  const byId = new Map(rows.proposals.map((row) => [row.id, row]));
  let refused = 0;
  proposals.forEach((proposal, index) => {
    const { id, plan, lead } = proposal;
    const row = byId.get(id);
    if (!row) throw new Error(`No proposal ${id}.`);
    if (plan.fate === "withdrawn") {
      const withdrawnAt = new Date(dates2021.closesAt.getTime() + own.whole(6, 30) * 60 * minute);
      const withdrawnBecause = own.pick([
        "Another funder supports the work.",
        "The principal investigator moves to another institution.",
      ]);
      Object.assign(row, { state: "withdrawn", withdrawnAt, withdrawnBecause });
      history.record(withdrawnAt, lead.ref, "applicant", "proposal withdrawn", ["proposal", id]);
      return;
    }
    const decidedAt = new Date(dates2021.checked.getTime() + index * 9 * minute);
    const outcome = plan.fate === "reviewed" ? "eligible" : "ineligible";
    const said =
      plan.fate === "reviewed"
        ? fit
        : plan.fate === "duplicate"
          ? because.duplicate
          : (because.ineligible[refused++ % because.ineligible.length] as Because);
    rows.eligibilityDecisions.push({ proposalId: id, outcome, ...said, decidedBy: officer, decidedAt });
    history.record(decidedAt, officer, "programme_officer", "eligibility decided", ["proposal", id], {
      outcome,
      ...said,
    });
    if (plan.fate !== "reviewed") {
      row.state = "ineligible";
      return;
    }
    row.state = "in_review";
    const frozenAt = new Date(dates2021.frozen.getTime() + index * 7 * minute);
    packets.push(packetRow(rows, own, proposal, packets.length, frozenAt, officer));
    const { code } = rows.packets.at(-1) as { code: string };
    history.record(frozenAt, officer, "programme_officer", "packet frozen", ["proposal", id], {
      code,
      redacted: plan.fault ? 1 : 0,
    });
  });
  return packets;
}

export type Reviewed = { proposal: WrittenProposal; reviews: Record<string, ScoreGiven>[] };

/** One member drops out in mid-review: what is not locked closes, and others take it over. */
function replace(
  rows: Rows,
  making: Making,
  callId: string,
  all: Assigned[],
  members: readonly Member[],
  blocked: Map<string, Set<string>>,
) {
  const own = making.random.fork("dropout");
  const mine = all.filter(({ member }) => member.dropsOut);
  for (const left of mine.slice(Math.floor(mine.length / 2))) {
    const { packet, row } = left;
    Object.assign(row, { state: "closed", recusedAt: null });
    all.splice(all.indexOf(left), 1);
    const taken = new Set(all.filter((other) => other.packet === packet).map(({ row: other }) => other.reviewer));
    const free = members.filter(
      ({ person, dropsOut }) =>
        !dropsOut && !taken.has(person.ref) && !blocked.get(person.ref)?.has(packet.proposal.id),
    );
    const member = own.pick(free);
    const asked = {
      callId,
      assignedAt: dates2021.dropped,
      dueAt: dates2021.scoringClosesAt,
      officer: making.cast.officer.ref,
    };
    all.push(addAssignment(rows, own, asked, packet, member, members.indexOf(member), "D"));
  }
}

/** Conflicts, assignments and locked reviews of the past call. */
export function reviewsOf(
  making: Making,
  callId: string,
  members: readonly Member[],
  packets: readonly Packet[],
  rubric: Rubric,
): Reviewed[] {
  const { workshop, random, cast, history } = making;
  const { rows } = workshop;
  const officer = cast.officer.ref;
  const own = random.fork("reviews");
  const underReview = packets.map(({ proposal }) => proposal);
  const blocked = conflictRows(rows, own.fork("conflicts"), members, underReview, dates2021.frozen, officer);
  const { assigned: assignedAt, scoringClosesAt: dueAt } = dates2021;
  const all = assign(rows, own.fork("assignments"), {
    callId,
    members,
    packets,
    blocked,
    each: 3,
    assignedAt,
    dueAt,
    officer,
  });
  replace(rows, making, callId, all, members, blocked);
  const model = scoreModel(own.fork("scores"), { proposals: packets.length, reviewers: members.length }, rubric);
  const reviewed: Reviewed[] = packets.map(({ proposal }) => ({ proposal, reviews: [] }));
  for (const assigned of all) {
    const { row, packet, member } = assigned;
    const span = dueAt.getTime() - row.assignedAt.getTime();
    const lockedAt = new Date(row.assignedAt.getTime() + Math.round(span * (1 - own.next() ** 2 * 0.9)) - minute);
    const review = reviewRows(rows, own.fork(`review/${row.id}`), model, assigned, "locked", lockedAt);
    if (review) reviewed[packet.index]?.reviews.push(review);
    history.record(row.assignedAt, officer, "programme_officer", "reviewer assigned", ["assignment", row.id]);
    history.record(lockedAt, member.person.ref, "reviewer", "review locked", ["assignment", row.id]);
  }
  return reviewed;
}
