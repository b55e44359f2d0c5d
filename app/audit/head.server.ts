import { sql } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";

/** The end of the chain as it stands; a receipt carries it, so that nobody can rewrite what came before unseen. */
export async function latestHead(tx: Tx): Promise<{ sequence: number; hash: string } | null> {
  const rows = await tx.execute<{ seq: string; hash: string }>(sql`select seq, hash from audit.head()`);
  const head = rows[0];
  return head ? { sequence: Number(head.seq), hash: head.hash } : null;
}
