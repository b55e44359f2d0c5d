import { and, eq, inArray } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import { assignments } from "#db/schema/assignments";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { record } from "~/audit/record.server";
import { enqueueLetter } from "~/notifications/enqueue-letter.server";
import type { PersonRef } from "~/values/person-ref";
import { must } from "~/values/verdict";

/** Reminds every reviewer of a call who still has an open review: one letter each, however many reviews wait. */
export function remindReviewers(
  actor: Actor,
  call: string,
  reviewers: readonly PersonRef[],
  now: Date,
): Promise<number> {
  return managing.transaction(actor.person, async (tx) => {
    must(may(actor, "remind reviewers"));
    if (reviewers.length === 0) return 0;
    const open = await tx
      .select({ reviewer: assignments.reviewer, dueAt: assignments.dueAt })
      .from(assignments)
      .where(
        and(
          eq(assignments.callId, call),
          eq(assignments.state, "assigned"),
          inArray(assignments.reviewer, [...reviewers]),
        ),
      );
    const event = await record(
      tx,
      actor,
      now,
      "reviewers reminded",
      { kind: "call", id: call },
      { reviewers: reviewers.length },
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
