import { sql } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import type { PersonRef } from "~/values/person-ref";

export type TeamMember = { ref: PersonRef; name: string; email: string; role: string };

/** Who works on one's own proposal; for anybody else's the list is empty. */
export async function myTeam(tx: Tx, proposal: string): Promise<TeamMember[]> {
  return [...(await tx.execute<TeamMember>(sql`select ref, name, email, role from identity.my_team(${proposal})`))];
}
