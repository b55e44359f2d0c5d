import { sql } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";

/** The words that must not be left in a proposal's blind packet: names, addresses, institutions of its team. */
export async function termsToClear(tx: Tx, proposal: string, now: Date): Promise<string[]> {
  const rows = await tx.execute<{ term: string | null }>(
    sql`select term from identity.terms_to_clear(${proposal}, ${now.toISOString()})`,
  );
  return rows.map((row) => row.term?.trim() ?? "").filter((term) => term.length > 2);
}
