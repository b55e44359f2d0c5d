import { eq } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { calls } from "#db/schema/calls";
import { releases } from "#db/schema/decisions";
import { proposals } from "#db/schema/proposals";
import { lockedProposal } from "./locked-proposal.server";

/**
 * Holds a proposal against the preparation and the release of its call, in the order in which these hold their rows: what
 * changes a review or its comment is either known to them or comes after them. Refuses what this side may not see
 * (not_found).
 */
export async function heldAgainstRelease(tx: Tx, proposal: string): Promise<void> {
  const call = tx.select({ id: proposals.callId }).from(proposals).where(eq(proposals.id, proposal));
  await tx.select({ id: calls.id }).from(calls).where(eq(calls.id, call)).for("share");
  await tx.select({ call: releases.callId }).from(releases).where(eq(releases.callId, call)).for("share");
  await lockedProposal(tx, proposal);
}
