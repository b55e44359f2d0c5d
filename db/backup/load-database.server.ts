import { createReadStream } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type postgres from "postgres";
import { migrateDatabase, migrationsFolder } from "#db/migrate.server";
import { boundOwnersOf, foreignKeysOf, tablesOf, triggersOf } from "./catalogue.server";
import { BackupProblem, type Manifest } from "./manifest";
import { plainSpelling } from "./save-database.server";

type Connect = () => postgres.Sql;

/** Whether nobody has put anything into this database yet. */
export async function isEmpty(connect: Connect): Promise<boolean> {
  const client = connect();
  try {
    const [row] = await client`
      select count(*)::int as count from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where nspname not in ('pg_catalog', 'information_schema') and nspname !~ '^pg_' and relkind in ('r', 'v', 'm', 'p')`;
    return row?.count === 0;
  } finally {
    await client.end();
  }
}

/** The migrations the backup knew, as a folder of their own. */
async function migrationsOf(manifest: Manifest): Promise<string> {
  const known = readMigrationFiles({ migrationsFolder: migrationsFolder() });
  const same = manifest.migrations.every(({ hash }, index) => known[index]?.hash === hash);
  if (!same) throw new BackupProblem("The backup was made by another, perhaps newer, version of this product.");
  const journal = JSON.parse(await readFile(join(migrationsFolder(), "meta/_journal.json"), "utf8"));
  journal.entries = journal.entries.slice(0, manifest.migrations.length);
  const folder = await mkdtemp(join(tmpdir(), "fund-restore-"));
  await mkdir(join(folder, "meta"));
  await writeFile(join(folder, "meta/_journal.json"), JSON.stringify(journal));
  for (const { tag } of journal.entries) await cp(join(migrationsFolder(), `${tag}.sql`), join(folder, `${tag}.sql`));
  return folder;
}

/** Fills the tables as they were. Foreign keys come back afterwards, and check every row once. */
async function fill(sql: postgres.Sql, folder: string, manifest: Manifest) {
  await sql.unsafe(plainSpelling);
  const [keys, triggers, bound] = [await foreignKeysOf(sql), await triggersOf(sql), await boundOwnersOf(sql)];
  for (const { remove } of keys) await sql.unsafe(remove);
  for (const { silence } of triggers) await sql.unsafe(silence);
  for (const { free } of bound) await sql.unsafe(free);
  // A migration may have written rows of its own; the backup's are the ones that count.
  const tables = await tablesOf(sql);
  if (tables.length > 0) await sql.unsafe(`truncate ${tables.map(({ name }) => name).join(", ")}`);
  for (const { name, columns, rows, path } of manifest.tables) {
    const into = await sql.unsafe(`copy ${name} (${columns.join(", ")}) from stdin`).writable();
    await pipeline(createReadStream(join(folder, path)), createGunzip(), into);
    const [row] = await sql.unsafe(`select count(*)::int as count from ${name}`);
    if (row?.count !== rows) throw new BackupProblem(`${name} should have ${rows} rows and has ${row?.count}.`);
  }
  for (const { name, last, called } of manifest.sequences) {
    await sql`select setval(${name}::text::regclass, ${last}::bigint, ${called})`;
  }
  for (const { bind } of bound) await sql.unsafe(bind);
  for (const { wake } of triggers) await sql.unsafe(wake);
  for (const { restore } of keys) await sql.unsafe(restore);
}

/** Later than any clock of ours. */
const never = "9999-12-31T00:00:00Z";

/**
 * What waited to leave when the backup was made may have left since: nobody here can know, so nothing leaves by itself.
 * Such letters wait for an officer, who sends them again or says that they arrived.
 */
async function holdLetters(sql: postgres.Sql) {
  await sql`update notifications.letters set state = 'uncertain', sending_at = coalesce(sending_at, created_at),
    next_attempt_at = ${never}::text::timestamptz, last_error = 'restored from a backup'
    where state in ('queued', 'sending', 'uncertain')`;
}

/**
 * Brings a saved database back into an empty one: first the migrations the backup knew, then all rows in one
 * transaction, then whatever migrations came since.
 */
export async function loadDatabase(connect: Connect, folder: string, manifest: Manifest) {
  const migrations = await migrationsOf(manifest);
  const client = connect();
  try {
    await migrateDatabase(connect(), migrations);
    await client.begin((transaction) => fill(transaction as unknown as postgres.Sql, folder, manifest));
    await migrateDatabase(connect());
    await holdLetters(client);
  } finally {
    await client.end({ timeout: 5 });
    await rm(migrations, { recursive: true, force: true });
  }
}
