import { sql } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import type { DisclosedPerson } from "./disclose.server";

/**
 * Everybody who sits in the advisory group of a call, for a search that shows an officer what it found and nothing else;
 * also those whose names she is not shown herself. It is written down as a disclosure.
 */
export async function namesToLookFor(tx: Tx, call: string, now: Date): Promise<DisclosedPerson[]> {
  const rows = await tx.execute<DisclosedPerson>(
    sql`select * from identity.names_to_look_for(${call}, ${now.toISOString()})`,
  );
  return [...rows];
}
