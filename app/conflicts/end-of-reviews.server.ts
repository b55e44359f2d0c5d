import { and, eq, isNull, notInArray } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { assignments } from "#db/schema/assignments";
import type { Actor } from "~/access/actor";
import { record } from "~/audit/record.server";

/** Puts on record that the reviews of somebody end with a tie that is about to be confirmed; the database ends them. */
export async function recordEndOfReviews(tx: Tx, actor: Actor, proposal: string, reviewer: string, now: Date) {
  const open = await tx
    .select({ id: assignments.id })
    .from(assignments)
    .where(
      and(
        eq(assignments.proposalId, proposal),
        eq(assignments.reviewer, reviewer),
        notInArray(assignments.state, ["recused", "closed"]),
        isNull(assignments.recusedAt),
      ),
    );
  for (const { id } of open) await record(tx, actor, now, "review ended by a conflict", { kind: "assignment", id });
}
