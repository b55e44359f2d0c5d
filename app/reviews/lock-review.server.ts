import { sql } from "drizzle-orm";
import { reviewing } from "#db/connections/reviewing.server";
import type { Actor } from "~/access/actor";
import { record } from "~/audit/record.server";
import { must } from "~/values/verdict";
import { lockable } from "./review.rules";
import { packetInHand } from "./score-sheet.queries.server";

/** A reviewer hands in a finished review: from now on it cannot be changed. Refuses what is unfinished, with the places. */
export function lockReview(actor: Actor, code: string, now: Date): Promise<void> {
  return reviewing.transaction(actor.person, async (tx) => {
    await tx.execute(sql`select reviewing.hold(${code})`);
    const { assignment, call, sheet } = await packetInHand(tx, code);
    must(lockable(sheet, call.rubric));
    await tx.execute(sql`select reviewing.lock_review(${code}, ${now.toISOString()})`);
    await record(tx, actor, now, "review locked", { kind: "assignment", id: assignment });
  });
}
