import { and, eq, gt, inArray } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import type { Tx } from "#db/connections/side.server";
import { assignments } from "#db/schema/assignments";
import { calls } from "#db/schema/calls";
import { letters } from "#db/schema/notifications";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { record } from "~/audit/record.server";
import { enqueueLetter } from "~/notifications/enqueue-letter.server";
import type { PersonRef } from "~/values/person-ref";
import { must } from "~/values/verdict";

const day = 24 * 3_600_000;

/** Who got a reminder within a day. */
async function justReminded(tx: Tx, reviewers: readonly PersonRef[], now: Date): Promise<Set<string>> {
  const rows = await tx
    .selectDistinct({ recipient: letters.recipient })
    .from(letters)
    .where(
      and(
        eq(letters.template, "reminder"),
        inArray(letters.recipient, [...reviewers]),
        gt(letters.createdAt, new Date(now.getTime() - day)),
      ),
    );
  return new Set(rows.map(({ recipient }) => recipient));
}

/**
 * Reminds every reviewer of a call who still has an open review: one letter each, however many reviews wait, and none to
 * whom one went within a day, whoever pressed the button and however often. Returns how many letters leave.
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
