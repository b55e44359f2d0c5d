import { eq } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import { releases } from "#db/schema/decisions";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { record } from "~/audit/record.server";
import { Refusal } from "~/values/refusal";
import { must } from "~/values/verdict";
import { mustBeFreeOfConflicts } from "./free-of-conflicts.server";

/**
 * An officer takes a prepared release back, her own or a colleague's: decisions can be changed again, and somebody has
 * to prepare anew. Refuses where nothing is prepared (release_is_not_prepared) and what was told (decisions_are_released).
 */
export function takeBackPreparation(actor: Actor, call: string, now: Date): Promise<void> {
  return managing.transaction(actor.person, async (tx) => {
    must(may(actor, "prepare a release"));
    await mustBeFreeOfConflicts(tx, call);
    // The same row that a release holds: one of the two comes first, and the other finds what it left.
    const [release] = await tx.select().from(releases).where(eq(releases.callId, call)).for("update");
    if (!release) throw new Refusal("not_allowed_now", "release_is_not_prepared");
    if (release.releasedAt) throw new Refusal("not_allowed_now", "decisions_are_released");
    await tx.delete(releases).where(eq(releases.callId, call));
    await record(tx, actor, now, "preparation of a release taken back", { kind: "call", id: call });
  });
}
