import { sql } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { Refusal } from "~/values/refusal";

/**
 * An act for a whole call needs an officer who may see all of it: whoever is conflicted with one of its proposals would
 * act for a part and not know. Refused with needs_officer_without_conflicts, which does not say what the conflict is.
 */
export async function mustBeFreeOfConflicts(tx: Tx, call: string): Promise<void> {
  const rows = await tx.execute<{ free: boolean }>(sql`select fund.free_of_conflicts(${call}) as free`);
  if (!rows[0]?.free) throw new Refusal("not_allowed_now", "needs_officer_without_conflicts");
}
