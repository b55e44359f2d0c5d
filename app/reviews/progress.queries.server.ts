import { and, eq, sql } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import { advisoryMemberships, assignments } from "#db/schema/assignments";
import { releases } from "#db/schema/decisions";
import { countsOfCall, managedCall } from "~/calls/managed-calls.queries.server";
import { disclose } from "~/identities/disclose.server";
import type { PersonRef } from "~/values/person-ref";

export type ReviewerProgress = {
  ref: PersonRef;
  name: string;
  agreed: boolean;
  locked: number;
  open: number;
  recused: number;
  firstDueAt: Date | null;
  late: boolean;
};

/**
 * Who is how far in a call; reviews of proposals the officer is conflicted with are not counted, and `whole` says whether
 * there may be none.
 */
export function progressOfCall(officer: PersonRef, slug: string, now: Date) {
  return managing.transaction(officer, async (tx) => {
    const call = await managedCall(tx, slug);
    const rows = await tx
      .select({
        ref: advisoryMemberships.person,
        agreed: sql<boolean>`${advisoryMemberships.agreedAt} is not null`,
        locked: sql<number>`count(*) filter (where ${assignments.state} = 'locked')::int`,
        open: sql<number>`count(*) filter (where ${assignments.state} = 'assigned')::int`,
        recused: sql<number>`count(*) filter (where ${assignments.state} = 'recused')::int`,
        firstDueAt: sql<string | null>`min(${assignments.dueAt}) filter (where ${assignments.state} = 'assigned')`,
      })
      .from(advisoryMemberships)
      .leftJoin(
        assignments,
        and(eq(assignments.reviewer, advisoryMemberships.person), eq(assignments.callId, advisoryMemberships.callId)),
      )
      .where(eq(advisoryMemberships.callId, call.id))
      .groupBy(advisoryMemberships.person, advisoryMemberships.agreedAt);
    const people = await disclose(
      tx,
      rows.map((row) => row.ref as PersonRef),
      "advisory_group",
      now,
    );
    const [seen] = await tx.execute<{ whole: boolean }>(sql`select fund.free_of_conflicts(${call.id}) as whole`);
    const [closed] = await tx.select({ call: releases.callId }).from(releases).where(eq(releases.callId, call.id));
    const reviewers: ReviewerProgress[] = rows.map((row) => {
      // From the preparation of the release on no review is due any more.
      const firstDueAt = row.firstDueAt && !closed ? new Date(row.firstDueAt) : null;
      const ref = row.ref as PersonRef;
      return {
        ...row,
        ref,
        name: people.get(ref)?.name ?? "",
        firstDueAt,
        late: firstDueAt !== null && firstDueAt < now,
      };
    });
    const order = new Intl.Collator("en");
    reviewers.sort((one, other) => other.open - one.open || order.compare(one.name, other.name));
    const counts = await countsOfCall(tx, call.id);
    return { call, counts, reviewers, closed: closed !== undefined, whole: seen?.whole ?? false };
  });
}
