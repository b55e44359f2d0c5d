import { eq } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import { decisions } from "#db/schema/decisions";
import { recommendations } from "#db/schema/meetings";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { record } from "~/audit/record.server";
import { callBeforeRelease } from "~/calls/call-before-release.server";
import { lockedProposal } from "~/proposals/locked-proposal.server";
import { must } from "~/values/verdict";
import type { Outcome } from "./outcome";
import { advisable } from "./recommendation.rules";
import { scoringOf } from "./scoring.queries.server";

type Recommendation = { outcome: Outcome; reason: string; dissent: string };

/**
 * Writes down what the advisory group advises for a proposal, with dissent; possible while it is in review, and until a
 * release is prepared: what the second officer tells is what the first one saw. Refuses while scoring is open and nobody
 * has locked a review of it (nothing_is_scored).
 */
export function recordRecommendation(actor: Actor, id: string, advised: Recommendation, now: Date) {
  return managing.transaction(actor.person, async (tx) => {
    const proposal = await lockedProposal(tx, id);
    must(may(actor, "record a recommendation"));
    must(await callBeforeRelease(tx, proposal.callId));
    const [decision] = await tx
      .select({ outcome: decisions.outcome, reason: decisions.reason })
      .from(decisions)
      .where(eq(decisions.proposalId, id));
    const standing = { state: proposal.state, scoring: await scoringOf(tx, proposal), decision: decision ?? null };
    must(advisable(advised.outcome, standing, now));
    const row = { ...advised, recordedBy: actor.person ?? "", recordedAt: now };
    await tx
      .insert(recommendations)
      .values({ proposalId: id, ...row })
      .onConflictDoUpdate({ target: recommendations.proposalId, set: row });
    await record(tx, actor, now, "recommendation recorded", { kind: "proposal", id }, advised);
  });
}
