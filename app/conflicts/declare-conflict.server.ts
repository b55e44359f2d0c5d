import { managing } from "#db/connections/managing.server";
import { conflicts } from "#db/schema/conflicts";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { record } from "~/audit/record.server";
import { heldAgainstRelease } from "~/proposals/held-against-release.server";
import { Refusal } from "~/values/refusal";
import { must } from "~/values/verdict";
import { recordEndOfReviews } from "./end-of-reviews.server";

/**
 * An officer declares a tie of her own with a proposal: with this act she sees nothing of it any more, in lists, counts and
 * letters, and acts no longer for its whole call; a review of hers, were there one, ends. Only another officer may say that it is none.
 */
export function declareConflict(actor: Actor, proposal: string, because: string, now: Date): Promise<void> {
  return managing.transaction(actor.person, async (tx) => {
    must(may(actor, "declare a conflict of one's own"));
    await heldAgainstRelease(tx, proposal);
    if (!actor.person) throw new Refusal("not_found", "not_found");
    await recordEndOfReviews(tx, actor, proposal, actor.person, now);
    await record(tx, actor, now, "conflict declared", { kind: "proposal", id: proposal }, { because });
    const declared = { state: "confirmed", settledBy: actor.person, settledAt: now, settledBecause: because };
    await tx
      .insert(conflicts)
      .values({ proposalId: proposal, person: actor.person, kind: "declared", foundAt: now, ...declared })
      .onConflictDoUpdate({ target: [conflicts.proposalId, conflicts.person, conflicts.kind], set: declared });
  });
}
