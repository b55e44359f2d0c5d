import { managing } from "#db/connections/managing.server";
import { recommendations } from "#db/schema/meetings";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { record } from "~/audit/record.server";
import { lockedProposal } from "~/proposals/locked-proposal.server";
import { Refusal } from "~/values/refusal";
import { must } from "~/values/verdict";
import type { Outcome } from "./outcome";

type Recommendation = { outcome: Outcome; reason: string; dissent: string };

/** Writes down what the advisory group advises for a proposal, with dissent; possible while it is in review. */
export function recordRecommendation(actor: Actor, id: string, advised: Recommendation, now: Date) {
  return managing.transaction(actor.person, async (tx) => {
    const proposal = await lockedProposal(tx, id);
    must(may(actor, "record a recommendation"));
    if (proposal.state !== "in_review") throw new Refusal("not_allowed_now", "proposal_is_not_in_review");
    const row = { ...advised, recordedBy: actor.person ?? "", recordedAt: now };
    await tx
      .insert(recommendations)
      .values({ proposalId: id, ...row })
      .onConflictDoUpdate({ target: recommendations.proposalId, set: row });
    await record(tx, actor, now, "recommendation recorded", { kind: "proposal", id }, advised);
  });
}
