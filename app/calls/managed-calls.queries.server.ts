import { eq, sql } from "drizzle-orm";
import { builtOnce } from "#db/connections/built-once.server";
import { managing } from "#db/connections/managing.server";
import type { Tx } from "#db/connections/side.server";
import { calls } from "#db/schema/calls";
import { releases } from "#db/schema/decisions";
import type { PersonRef } from "~/values/person-ref";
import { Refusal } from "~/values/refusal";

const known = builtOnce((database) =>
  database
    .select({
      id: calls.id,
      slug: calls.slug,
      texts: calls.texts,
      currency: calls.currency,
      floorMinor: calls.floorMinor,
      ceilingMinor: calls.ceilingMinor,
      budgetMinor: calls.budgetMinor,
      opensAt: calls.opensAt,
      closesAt: calls.closesAt,
      graceMinutes: calls.graceMinutes,
      scoringClosesAt: calls.scoringClosesAt,
      zone: calls.zone,
      themes: calls.themes,
    })
    .from(calls)
    .where(eq(calls.slug, sql.placeholder("slug"))),
);

/** A call as officers know it, or not_found. */
export async function managedCall(tx: Tx, slug: string) {
  const [call] = await known(tx, { slug });
  if (!call) throw new Refusal("not_found", "not_found");
  return call;
}

export type CallCounts = { proposals: number; advisoryGroup: number; packets: number };

/** What stands beside the names of a call's pages; proposals the officer is conflicted with are not counted. */
export async function countsOfCall(tx: Tx, call: string): Promise<CallCounts> {
  const [counts] = await tx.execute<CallCounts>(sql`select
    (select count(*)::int from proposals where call_id = ${call} and version_number > 0) as proposals,
    (select count(*)::int from advisory_memberships where call_id = ${call}) as "advisoryGroup",
    (select count(*)::int from packets where call_id = ${call}) as packets`);
  return counts ?? { proposals: 0, advisoryGroup: 0, packets: 0 };
}

export type Funnel = {
  started: number;
  received: number;
  withdrawn: number;
  ineligible: number;
  eligible: number;
  cleared: number;
  reviewed: number;
  decided: number;
  awarded: number;
};
export type Sums = { requestedMinor: number; awardedMinor: number };

type FunnelRow = Funnel & { requested_minor: string; awarded_minor: string };

/** How many proposals of a call came how far, and what they ask for; without those the officer is conflicted with. */
async function funnelOf(tx: Tx, call: string): Promise<{ funnel: Funnel; sums: Sums }> {
  const [row] = await tx.execute<FunnelRow>(sql`
    with locked as (select proposal_id, count(*) as reviews from assignments
      where call_id = ${call} and state = 'locked' group by proposal_id)
    select
      count(*)::int as started,
      count(*) filter (where version_number > 0)::int as received,
      count(*) filter (where version_number > 0 and proposals.state = 'withdrawn')::int as withdrawn,
      count(*) filter (where proposals.state = 'ineligible')::int as ineligible,
      count(*) filter (where packets.id is not null
        or proposals.state in ('eligible', 'in_review', 'awarded', 'reserved', 'declined'))::int as eligible,
      count(packets.id)::int as cleared,
      count(locked.reviews)::int as reviewed,
      count(decisions.proposal_id) filter (where proposals.state <> 'withdrawn')::int as decided,
      count(*) filter (where decisions.outcome = 'award' and proposals.state <> 'withdrawn')::int as awarded,
      coalesce(sum(requested_minor) filter (where version_number > 0), 0) as requested_minor,
      coalesce(sum(decisions.amount_minor) filter (where proposals.state <> 'withdrawn'), 0) as awarded_minor
    from proposals
      left join packets on packets.proposal_id = proposals.id
      left join locked on locked.proposal_id = proposals.id
      left join decisions on decisions.proposal_id = proposals.id
    where proposals.call_id = ${call}`);
  if (!row) throw new Error("A count always has a row.");
  const { requested_minor, awarded_minor, ...funnel } = row;
  return { funnel, sums: { requestedMinor: Number(requested_minor), awardedMinor: Number(awarded_minor) } };
}

/** A call at a glance: dates, how far its proposals came, money. */
export function callAtAGlance(officer: PersonRef, slug: string) {
  return managing.transaction(officer, async (tx) => {
    const call = await managedCall(tx, slug);
    const [counts, { funnel, sums }, [release]] = await Promise.all([
      countsOfCall(tx, call.id),
      funnelOf(tx, call.id),
      tx.select({ releasedAt: releases.releasedAt }).from(releases).where(eq(releases.callId, call.id)),
    ]);
    return { call, counts, funnel, sums, released: Boolean(release?.releasedAt) };
  });
}
