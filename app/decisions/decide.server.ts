import { and, eq, ne, sql } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import type { Tx } from "#db/connections/side.server";
import { calls } from "#db/schema/calls";
import { decisions, releases } from "#db/schema/decisions";
import { recommendations } from "#db/schema/meetings";
import { proposals } from "#db/schema/proposals";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { record } from "~/audit/record.server";
import type { Outcome } from "~/meetings/outcome";
import { scoringOf } from "~/meetings/scoring.queries.server";
import { lockedProposal } from "~/proposals/locked-proposal.server";
import { must } from "~/values/verdict";
import { decidable } from "./decision.rules";
import { mustBeFreeOfConflicts } from "./free-of-conflicts.server";

export type Decision = { outcome: Outcome; amountMinor: number | null; reason: string };

/** The call, held so that two decisions cannot spend the same money. */
async function heldCall(tx: Tx, id: string) {
  const [call] = await tx
    .select({ budgetMinor: calls.budgetMinor, floorMinor: calls.floorMinor, ceilingMinor: calls.ceilingMinor })
    .from(calls)
    .where(eq(calls.id, id))
    .for("update");
  const [release] = await tx.select({ releasedAt: releases.releasedAt }).from(releases).where(eq(releases.callId, id));
  if (!call) throw new Error("A proposal always has a call.");
  return { ...call, prepared: release !== undefined, released: Boolean(release?.releasedAt) };
}

/**
 * The fund resolves what becomes of a proposal: award with an amount in minor units of the call's currency, reserve or
 * decline. Sealed until the release; may be changed until a release is prepared. Refuses what exceeds the budget or the
 * ceiling or stays below the floor (amount_is_below_the_floor), a departure from the recommendation or more than was asked
 * for without a reason, and anything while scoring is open and nobody has locked a review (nothing_is_scored). One budget
 * serves the whole call, so an officer who may not see all of it decides on nothing in it; what was withdrawn spends nothing.
 */
export function decide(actor: Actor, id: string, decision: Decision, now: Date) {
  return managing.transaction(actor.person, async (tx) => {
    const proposal = await lockedProposal(tx, id);
    must(may(actor, "decide on a proposal"));
    await mustBeFreeOfConflicts(tx, proposal.callId);
    const call = await heldCall(tx, proposal.callId);
    const [recommended] = await tx
      .select({ outcome: recommendations.outcome })
      .from(recommendations)
      .where(eq(recommendations.proposalId, id));
    const [others] = await tx
      .select({ minor: sql<string>`coalesce(sum(${decisions.amountMinor}), 0)` })
      .from(decisions)
      .innerJoin(proposals, and(eq(proposals.id, decisions.proposalId), ne(proposals.state, "withdrawn")))
      .where(and(eq(decisions.callId, proposal.callId), ne(decisions.proposalId, id)));
    must(
      decidable(
        {
          decision,
          proposal: { state: proposal.state, requestedMinor: proposal.requestedMinor },
          scoring: await scoringOf(tx, proposal),
          recommended: (recommended?.outcome as Outcome | undefined) ?? null,
          call,
          awardedElsewhereMinor: Number(others?.minor ?? 0),
        },
        now,
      ),
    );
    const row = { ...decision, decidedBy: actor.person ?? "", decidedAt: now };
    await tx
      .insert(decisions)
      .values({ proposalId: id, callId: proposal.callId, ...row })
      .onConflictDoUpdate({ target: decisions.proposalId, set: row });
    await record(tx, actor, now, "decision taken", { kind: "proposal", id }, decision);
  });
}
