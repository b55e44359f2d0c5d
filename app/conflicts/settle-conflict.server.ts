import { managing } from "#db/connections/managing.server";
import { conflicts } from "#db/schema/conflicts";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { record } from "~/audit/record.server";
import { heldAgainstRelease } from "~/proposals/held-against-release.server";
import { must } from "~/values/verdict";
import type { ConflictKind } from "./conflict.rules";
import { recordEndOfReviews } from "./end-of-reviews.server";
import { mayBeSettled, type Settlement } from "./settle.rules";
import { tiesOfOthers } from "./ties.queries.server";

type Settling = { tie: { person: string; kind: ConflictKind }; outcome: Settlement; because: string };

/**
 * An officer says with a reason that a tie of somebody else is none, or that it counts after all. From this instant the
 * person sees the proposal again, or nothing of it any more; a review of hers ends with it. Refuses what nobody found or
 * declared and ties of her own (not_found), what is a plain fact (conflict_is_a_fact), and what stands so
 * (conflict_is_settled_so).
 */
export function settleConflict(actor: Actor, proposal: string, { tie, outcome, because }: Settling, now: Date) {
  return managing.transaction(actor.person, async (tx) => {
    must(may(actor, "settle a conflict"));
    await heldAgainstRelease(tx, proposal);
    const ties = await tiesOfOthers(tx, proposal, actor.person);
    must(
      mayBeSettled(
        ties.find(({ person, kind }) => person === tie.person && kind === tie.kind),
        outcome,
      ),
    );
    if (outcome === "confirmed") await recordEndOfReviews(tx, actor, proposal, tie.person, now);
    const settled = { state: outcome, settledBy: actor.person, settledAt: now, settledBecause: because };
    await tx
      .insert(conflicts)
      .values({ proposalId: proposal, ...tie, foundAt: now, ...settled })
      .onConflictDoUpdate({ target: [conflicts.proposalId, conflicts.person, conflicts.kind], set: settled });
    await record(tx, actor, now, `conflict ${outcome}`, { kind: "proposal", id: proposal }, { ...tie, because });
  });
}
