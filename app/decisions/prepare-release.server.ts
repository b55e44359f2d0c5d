import { eq } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import { calls } from "#db/schema/calls";
import { releases } from "#db/schema/decisions";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { record } from "~/audit/record.server";
import { Refusal } from "~/values/refusal";
import { must } from "~/values/verdict";
import { preparable } from "./decision.rules";
import { mustBeFreeOfConflicts } from "./free-of-conflicts.server";
import { releaseFacts } from "./release.queries.server";

/**
 * One officer asks for the release of a call whose proposals are all decided; another one will do it.
 * @param endsReviews she knows that reviews are open, and means to end them
 */
export function prepareRelease(actor: Actor, call: string, now: Date, endsReviews = false) {
  return managing.transaction(actor.person, async (tx) => {
    must(may(actor, "prepare a release"));
    await mustBeFreeOfConflicts(tx, call);
    // Held as a decision holds it: one that is being taken is finished first, and a later one finds the release prepared.
    await tx.select({ id: calls.id }).from(calls).where(eq(calls.id, call)).for("update");
    const facts = await releaseFacts(tx, call, now);
    must(preparable(facts, endsReviews));
    if (facts.preparedBy) throw new Refusal("not_allowed_now", "release_is_prepared");
    await tx.insert(releases).values({ callId: call, preparedBy: actor.person ?? "", preparedAt: now });
    await record(tx, actor, now, "release prepared", { kind: "call", id: call }, { openReviews: facts.openReviews });
  });
}
