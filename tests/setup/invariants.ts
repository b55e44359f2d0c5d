import type postgres from "postgres";
import { invariants } from "#db/invariants";

/** The sentences that do not hold on this database, each with how many break it. */
export async function brokenInvariants(sql: postgres.Sql | postgres.TransactionSql): Promise<string[]> {
  const broken: string[] = [];
  for (const { sentence, offenders } of invariants) {
    const found = await sql.unsafe(offenders);
    if (found.length > 0) broken.push(sentence);
  }
  return broken;
}
