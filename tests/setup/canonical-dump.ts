import { createHash } from "node:crypto";
import type postgres from "postgres";
import { sequencesOf, tablesOf } from "#db/backup/catalogue.server";

/**
 * One hash for each table over all its rows in an order of their own, and where each sequence stands. Two databases
 * with the same hashes hold the same data.
 */
export async function canonicalHashes(owner: postgres.Sql): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const { name, columns } of await tablesOf(owner)) {
    const hash = createHash("sha256");
    const sorted = `select ${columns.join(", ")} from ${name} as line order by line::text collate "C"`;
    for await (const chunk of await owner.unsafe(`copy (${sorted}) to stdout`).readable()) hash.update(chunk);
    hashes[name] = hash.digest("hex");
  }
  for (const { name, last, called } of await sequencesOf(owner)) hashes[name] = `${last} ${called}`;
  return hashes;
}
