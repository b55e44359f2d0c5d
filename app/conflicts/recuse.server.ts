import { sql } from "drizzle-orm";
import { reviewing } from "#db/connections/reviewing.server";
import type { Actor } from "~/access/actor";
import { record } from "~/audit/record.server";
import { Refusal } from "~/values/refusal";

/** A reviewer steps aside, at any time and with a reason; her access to the packet ends with this act. */
export function recuse(actor: Actor, code: string, because: string, now: Date): Promise<void> {
  return reviewing.transaction(actor.person, async (tx) => {
    const rows = await tx.execute<{ id: string }>(sql`select id from reviewing.assignments where code = ${code}`);
    const assignment = rows[0];
    if (!assignment) throw new Refusal("not_found", "not_found");
    await record(tx, actor, now, "reviewer recused", { kind: "assignment", id: assignment.id });
    await tx.execute(sql`select reviewing.recuse(${code}, ${because}, ${now.toISOString()})`);
  });
}
