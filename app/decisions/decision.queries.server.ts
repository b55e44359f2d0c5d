import { eq, sql } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import { calls } from "#db/schema/calls";
import { decisions, releases } from "#db/schema/decisions";
import { recommendations } from "#db/schema/meetings";
import { proposals } from "#db/schema/proposals";
import type { PersonRef } from "~/values/person-ref";
import { Refusal } from "~/values/refusal";

/** What an officer has before her when she records a recommendation or decides. */
export function decisionDesk(officer: PersonRef, id: string) {
  return managing.transaction(officer, async (tx) => {
    const [found] = await tx
      .select({
        id: proposals.id,
        title: proposals.title,
        state: proposals.state,
        requestedMinor: proposals.requestedMinor,
        slug: calls.slug,
        texts: calls.texts,
        currency: calls.currency,
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
          where others.call_id = ${calls.id} and others.proposal_id <> ${proposals.id})`,
      })
      .from(proposals)
      .innerJoin(calls, eq(calls.id, proposals.callId))
      .leftJoin(recommendations, eq(recommendations.proposalId, proposals.id))
      .leftJoin(decisions, eq(decisions.proposalId, proposals.id))
      .leftJoin(releases, eq(releases.callId, calls.id))
      .where(eq(proposals.id, id));
    if (!found) throw new Refusal("not_found", "not_found");
    return { ...found, leftMinor: found.budgetMinor - Number(found.awardedElsewhereMinor) };
  });
}
