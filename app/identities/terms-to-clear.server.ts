import { sql } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { type IdentityWord, identifyingTerms } from "./identifying-terms";

/** The words that must not be left in a proposal's blind packet: names, addresses, institutions of its team. */
export async function termsToClear(tx: Tx, proposal: string, now: Date): Promise<string[]> {
  const rows = await tx.execute<IdentityWord>(
    sql`select kind, term from identity.terms_to_clear(${proposal}, ${now.toISOString()}) where term is not null`,
  );
  return identifyingTerms(rows);
}
