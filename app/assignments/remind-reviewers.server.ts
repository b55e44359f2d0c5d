import { and, eq, inArray, sql } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import type { Tx } from "#db/connections/side.server";
import { assignments } from "#db/schema/assignments";
import { calls } from "#db/schema/calls";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { record } from "~/audit/record.server";
import { callBeforeRelease } from "~/calls/call-before-release.server";
import { enqueueLetter } from "~/notifications/enqueue-letter.server";
import type { PersonRef } from "~/values/person-ref";
import { must } from "~/values/verdict";

const day = 24 * 3_600_000;

/** Who got a reminder within a day, from whomever; also where the officer may not see the letter. */
async function justReminded(tx: Tx, reviewers: readonly PersonRef[], now: Date): Promise<Set<string>> {
  const since = new Date(now.getTime() - day).toISOString();
  const rows = await tx.execute<{ recipient: string }>(sql`
    select recipient from notifications.reminded_since(${sql.param([...reviewers])}::uuid[], ${since}) as recipient`);
  return new Set(rows.map(({ recipient }) => recipient));
}

/**
 * Reminds every reviewer of a call who still has an open review: one letter each, however many reviews wait, and none to
 * whom one went within a day, whoever pressed the button and however often. Returns how many letters leave. Refuses once a
 * release is prepared or done: no review could be written any more.
 */
export function remindReviewers(
  actor: Actor,
  call: string,
  reviewers: readonly PersonRef[],
  now: Date,
): Promise<number> {
  return managing.transaction(actor.person, async (tx) => {
    must(may(actor, "remind reviewers"));
    if (reviewers.length === 0) return 0;
    // Held, so that two clicks come one after the other.
    await tx.select({ id: calls.id }).from(calls).where(eq(calls.id, call)).for("update");
    must(await callBeforeRelease(tx, call));
    const reminded = await justReminded(tx, reviewers, now);
    const unreminded = reviewers.filter((reviewer) => !reminded.has(reviewer));
    if (unreminded.length === 0) return 0;
    const open = await tx
      .select({ reviewer: assignments.reviewer, dueAt: assignments.dueAt })
      .from(assignments)
      .where(
        and(eq(assignments.callId, call), eq(assignments.state, "assigned"), inArray(assignments.reviewer, unreminded)),
      );
    const event = await record(
      tx,
      actor,
      now,
      "reviewers reminded",
      { kind: "call", id: call },
      { reviewers: unreminded.length },
    );
    const waiting = new Map<string, Date[]>();
    for (const row of open) waiting.set(row.reviewer, [...(waiting.get(row.reviewer) ?? []), row.dueAt]);
    for (const [reviewer, dates] of waiting) {
      const dueAt = new Date(Math.min(...dates.map((date) => date.getTime()))).toISOString();
      await enqueueLetter(tx, {
        event,
        recipient: reviewer as PersonRef,
        template: "reminder",
        data: { dueAt, open: dates.length },
      });
    }
    return waiting.size;
  });
}
