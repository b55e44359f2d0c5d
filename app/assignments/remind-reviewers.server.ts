import { eq, sql } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import { calls } from "#db/schema/calls";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { callBeforeRelease } from "~/calls/call-before-release.server";
import { must } from "~/values/verdict";

/**
 * Reminds every reviewer of a call who still has an open review, whatever the officer may see: one letter each, however
 * many reviews wait, and none to whom one went within a day, whoever pressed the button and however often. The database
 * chooses and counts, and writes the act down where a letter leaves. Returns how many leave, and null to an officer who does
 * not see the whole call. Refuses once a release is prepared or done: no review could be written any more.
 */
export function remindReviewers(actor: Actor, call: string, now: Date): Promise<number | null> {
  return managing.transaction(actor.person, async (tx) => {
    must(may(actor, "remind reviewers"));
    // Held, so that two clicks come one after the other.
    await tx.select({ id: calls.id }).from(calls).where(eq(calls.id, call)).for("update");
    must(await callBeforeRelease(tx, call));
    const rows = await tx.execute<{ letters: number | null }>(
      sql`select notifications.remind(${call}::uuid, ${now.toISOString()}::timestamptz) as letters`,
    );
    return rows[0]?.letters ?? null;
  });
}
