import { and, count, eq } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { assignments } from "#db/schema/assignments";
import type { Actor } from "~/access/actor";
import { record } from "~/audit/record.server";
import { enqueueLetter } from "~/notifications/enqueue-letter.server";
import type { PersonRef } from "~/values/person-ref";

/**
 * Tells every reviewer who still has an open review of a released call that it is no longer asked of her: one letter each,
 * in the release's own transaction. The last she heard may have been a reminder. Returns how many letters leave.
 */
export async function tellReviewers(tx: Tx, actor: Actor, call: string, now: Date): Promise<number> {
  const waiting = await tx
    .select({ reviewer: assignments.reviewer, open: count() })
    .from(assignments)
    .where(and(eq(assignments.callId, call), eq(assignments.state, "assigned")))
    .groupBy(assignments.reviewer);
  if (waiting.length === 0) return 0;
  const event = await record(tx, actor, now, "reviewing ended", { kind: "call", id: call });
  for (const { reviewer, open } of waiting) {
    await enqueueLetter(tx, { event, recipient: reviewer as PersonRef, template: "reviewing_ended", data: { open } });
  }
  return waiting.length;
}
