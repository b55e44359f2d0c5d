import { eq, sql } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import type { Tx } from "#db/connections/side.server";
import { calls } from "#db/schema/calls";
import { decisions, releases } from "#db/schema/decisions";
import { recommendations } from "#db/schema/meetings";
import { proposals } from "#db/schema/proposals";
import { scoringOf } from "~/meetings/scoring.queries.server";
import { reviewsOfProposal } from "~/reviews/reviews-of-proposal.server";
import type { PersonRef } from "~/values/person-ref";
import { Refusal } from "~/values/refusal";
import { mustBeFreeOfConflicts } from "./free-of-conflicts.server";

/** What an officer has before her when she records a recommendation. */
export function decisionDesk(officer: PersonRef, id: string) {
  return managing.transaction(officer, (tx) => deskOf(tx, id));
}

/** The same before she decides, with what is left of the budget; refused to whoever may not see the whole call. */
export function decidingDesk(officer: PersonRef, id: string) {
  return managing.transaction(officer, async (tx) => {
    const { call, ...desk } = await deskOf(tx, id);
    await mustBeFreeOfConflicts(tx, call);
    return desk;
  });
}

async function deskOf(tx: Tx, id: string) {
  const [found] = await tx
    .select({
      id: proposals.id,
      call: calls.id,
      title: proposals.title,
      state: proposals.state,
      requestedMinor: proposals.requestedMinor,
      slug: calls.slug,
      texts: calls.texts,
      rubric: calls.rubric,
      currency: calls.currency,
      floorMinor: calls.floorMinor,
      ceilingMinor: calls.ceilingMinor,
      budgetMinor: calls.budgetMinor,
      recommendation: {
        outcome: recommendations.outcome,
        reason: recommendations.reason,
        dissent: recommendations.dissent,
      },
      decision: { outcome: decisions.outcome, amountMinor: decisions.amountMinor, reason: decisions.reason },
      prepared: sql<boolean>`${releases.preparedAt} is not null`,
      released: sql<boolean>`${releases.releasedAt} is not null`,
      awardedElsewhereMinor: sql<string>`(select coalesce(sum(others.amount_minor), 0) from decisions others
          join proposals running on running.id = others.proposal_id and running.state <> 'withdrawn'
          where others.call_id = ${calls.id} and others.proposal_id <> ${proposals.id})`,
    })
    .from(proposals)
    .innerJoin(calls, eq(calls.id, proposals.callId))
    .leftJoin(recommendations, eq(recommendations.proposalId, proposals.id))
    .leftJoin(decisions, eq(decisions.proposalId, proposals.id))
    .leftJoin(releases, eq(releases.callId, calls.id))
    .where(eq(proposals.id, id));
  if (!found) throw new Refusal("not_found", "not_found");
  const scoring = await scoringOf(tx, { id, callId: found.call });
  const reviews = await reviewsOfProposal(tx, id, found.rubric);
  return { ...found, reviews, scoring, leftMinor: found.budgetMinor - Number(found.awardedElsewhereMinor) };
}
