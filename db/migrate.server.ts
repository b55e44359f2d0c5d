import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import type postgres from "postgres";
import { ownerConnection } from "./connections/addresses.server";

/** Any number that nothing else in this database locks. */
const migrationLock = 4_019_276_153;

/** The folder of the migrations, found from the source as well as from the built server. */
export function migrationsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "db/migrations/meta/_journal.json"))) {
    if (folder === dirname(folder)) throw new Error("db/migrations is missing.");
    folder = dirname(folder);
  }
  return join(folder, "db/migrations");
}

/**
 * Brings the database to the newest migration, as its owner. Two processes that start together take turns: the second
 * waits for the lock and then finds nothing left to do. Ends the client.
 */
export async function migrateDatabase(client: postgres.Sql = ownerConnection(), folder = migrationsFolder()) {
  if (client.options.max !== 1) throw new Error("The lock belongs to one connection: migrate with max: 1.");
  try {
    await client`select pg_advisory_lock(${migrationLock}::bigint)`;
    await migrate(drizzle(client), { migrationsFolder: folder });
  } finally {
    await client.end({ timeout: 5 });
  }
}
