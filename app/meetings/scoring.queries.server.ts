import { and, count, eq } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { assignments } from "#db/schema/assignments";
import { calls } from "#db/schema/calls";
import type { Scoring } from "./scored.rules";

/** How many reviews of a proposal are locked, and when scoring in its call closes; a recused or closed one does not count. */
export async function scoringOf(tx: Tx, proposal: { id: string; callId: string }): Promise<Scoring> {
  const [call] = await tx
    .select({ scoringClosesAt: calls.scoringClosesAt })
    .from(calls)
    .where(eq(calls.id, proposal.callId));
  const [locked] = await tx
    .select({ reviews: count() })
    .from(assignments)
    .where(and(eq(assignments.proposalId, proposal.id), eq(assignments.state, "locked")));
  if (!call) throw new Error("A proposal always has a call.");
  return { lockedReviews: locked?.reviews ?? 0, scoringClosesAt: call.scoringClosesAt };
}
