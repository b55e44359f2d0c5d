import { count, desc, inArray, ne, sql } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import type { Tx } from "#db/connections/side.server";
import { calls } from "#db/schema/calls";
import { announcements, releases } from "#db/schema/decisions";
import { letters } from "#db/schema/notifications";
import type { PersonRef } from "~/values/person-ref";
import { type CallFacts, reviewsWanted } from "./waiting";

type ProposalsRow = {
  call_id: string;
  submitted: number;
  eligible: number;
  undecided: number;
  decided: number;
  ineligible: number;
};
type ReviewsRow = { call_id: string; late: number; missing: number };
type CoverageRow = { call_id: string; under_covered: number };

const byCall = <Row extends { call_id: string }>(rows: Iterable<Row>) => {
  const found = new Map<string, Row>();
  for (const row of rows) found.set(row.call_id, row);
  return found;
};

const proposalsByCall = (tx: Tx) =>
  tx.execute<ProposalsRow>(sql`
    select proposals.call_id,
      count(*) filter (where state = 'submitted')::int as submitted,
      count(*) filter (where state = 'eligible')::int as eligible,
      count(*) filter (where state = 'in_review' and decisions.proposal_id is null)::int as undecided,
      count(*) filter (where state = 'in_review' and decisions.proposal_id is not null)::int as decided,
      count(*) filter (where state = 'ineligible')::int as ineligible
    from proposals left join decisions on decisions.proposal_id = proposals.id group by proposals.call_id`);

const reviewsByCall = (tx: Tx, now: Date) =>
  tx.execute<ReviewsRow>(sql`
    select assignments.call_id,
      count(*) filter (where due_at < ${now.toISOString()}::timestamptz)::int as late,
      count(*) filter (where due_at >= ${now.toISOString()}::timestamptz)::int as missing
    from assignments join proposals on proposals.id = assignments.proposal_id and proposals.state = 'in_review'
    where assignments.state = 'assigned' group by assignments.call_id`);

const coverageByCall = (tx: Tx) =>
  tx.execute<CoverageRow>(sql`
    select call_id, count(*)::int as under_covered from (
      select packets.call_id, packets.id from packets
      join proposals on proposals.id = packets.proposal_id and proposals.state = 'in_review'
      left join assignments on assignments.packet_id = packets.id and assignments.state in ('assigned', 'locked')
      group by packets.id having count(assignments.id) < ${reviewsWanted}
    ) few group by call_id`);

const preparedBy = (officer: PersonRef, who: string | undefined): CallFacts["prepared"] =>
  who === undefined ? "no" : who === officer ? "by_you" : "by_another";

/**
 * What waits for an officer in every call, and what closes when: the same number of questions however many calls there
 * are. Proposals she is conflicted with are in no number.
 */
export function todayOf(officer: PersonRef, now: Date) {
  return managing.transaction(officer, async (tx) => {
    const [known, proposals, reviews, coverage, prepared, announced, [stuck]] = await Promise.all([
      tx
        .select({
          id: calls.id,
          slug: calls.slug,
          texts: calls.texts,
          zone: calls.zone,
          opensAt: calls.opensAt,
          closesAt: calls.closesAt,
          graceMinutes: calls.graceMinutes,
          scoringClosesAt: calls.scoringClosesAt,
          free: sql<boolean>`fund.free_of_conflicts(${calls.id})`,
        })
        .from(calls)
        .where(ne(calls.state, "preparing"))
        .orderBy(desc(calls.closesAt)),
      proposalsByCall(tx),
      reviewsByCall(tx, now),
      coverageByCall(tx),
      tx.select().from(releases),
      tx.select({ callId: announcements.callId }).from(announcements),
      tx
        .select({ count: count() })
        .from(letters)
        .where(inArray(letters.state, ["uncertain", "failed"])),
    ]);
    const counted = byCall(proposals);
    const reviewed = byCall(reviews);
    const covered = byCall(coverage);
    return {
      stuckLetters: stuck?.count ?? 0,
      calls: known.map(({ graceMinutes, free, ...call }) => {
        const release = prepared.find(({ callId }) => callId === call.id);
        const facts: CallFacts = {
          closed: call.closesAt.getTime() + graceMinutes * 60_000 <= now.getTime(),
          scoringClosed: call.scoringClosesAt <= now,
          submitted: counted.get(call.id)?.submitted ?? 0,
          eligible: counted.get(call.id)?.eligible ?? 0,
          undecided: counted.get(call.id)?.undecided ?? 0,
          decided: counted.get(call.id)?.decided ?? 0,
          ineligible: counted.get(call.id)?.ineligible ?? 0,
          underCovered: covered.get(call.id)?.under_covered ?? 0,
          late: reviewed.get(call.id)?.late ?? 0,
          missing: reviewed.get(call.id)?.missing ?? 0,
          released: Boolean(release?.releasedAt),
          announced: announced.some(({ callId }) => callId === call.id),
          free,
          prepared: preparedBy(officer, release?.preparedBy),
        };
        return { ...call, facts };
      }),
    };
  });
}
