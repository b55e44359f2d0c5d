import { and, eq, isNull, notInArray } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { assignments } from "#db/schema/assignments";
import { calls } from "#db/schema/calls";
import { releases } from "#db/schema/decisions";
import { proposals } from "#db/schema/proposals";
import type { Actor } from "~/access/actor";
import { record } from "~/audit/record.server";
import { lockedProposal } from "~/proposals/locked-proposal.server";

/**
 * Holds a proposal against the preparation and the release of its call, in the order in which these hold their rows: a tie
 * that ends a review is either known to them or comes after them. Refuses what this side may not see (not_found).
 */
export async function heldAgainstRelease(tx: Tx, proposal: string): Promise<void> {
  const call = tx.select({ id: proposals.callId }).from(proposals).where(eq(proposals.id, proposal));
  await tx.select({ id: calls.id }).from(calls).where(eq(calls.id, call)).for("share");
  await tx.select({ call: releases.callId }).from(releases).where(eq(releases.callId, call)).for("share");
  await lockedProposal(tx, proposal);
}

/** Puts on record that the reviews of somebody end with a tie that is about to be confirmed; the database ends them. */
export async function recordEndOfReviews(tx: Tx, actor: Actor, proposal: string, reviewer: string, now: Date) {
  const open = await tx
    .select({ id: assignments.id })
    .from(assignments)
    .where(
      and(
        eq(assignments.proposalId, proposal),
        eq(assignments.reviewer, reviewer),
        notInArray(assignments.state, ["recused", "closed"]),
        isNull(assignments.recusedAt),
      ),
    );
  for (const { id } of open) await record(tx, actor, now, "review ended by a conflict", { kind: "assignment", id });
}
