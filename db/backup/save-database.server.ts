import { type Readable, Transform } from "node:stream";
import { createGzip } from "node:zlib";
import type postgres from "postgres";
import { sequencesOf, tablesOf } from "./catalogue.server";
import { BackupProblem, type Manifest } from "./manifest";

type Saved = Pick<Manifest, "migrations" | "tables" | "sequences">;
type Put = (path: string, source: Readable) => Promise<void>;

/** One spelling for dates, numbers and bytes, whatever the server's or the login's settings are. */
export const plainSpelling = `
  set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8';
  set local statement_timeout = 0; set local row_security = off;`;

/** Rows end with a line feed; line feeds inside a value are written as \n. */
function rowCounter() {
  let rows = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) rows += 1;
      done(null, chunk);
    },
  });
  return { through, rows: () => rows };
}

function migrationsOf(sql: postgres.Sql) {
  return sql<{ hash: string; createdAt: string }[]>`
    select hash, created_at::text as "createdAt" from drizzle.__drizzle_migrations order by id`.catch(() => {
    throw new BackupProblem("This database holds no fund: there is nothing to save.");
  });
}

/**
 * Copies every table out of one snapshot, so that the parts fit together although people go on working. Row security
 * is off and not merely unused: a table whose rows were hidden from us would be an error, never a smaller backup.
 */
export function saveDatabase(client: postgres.Sql, put: Put): Promise<Saved> {
  return client.begin("isolation level repeatable read read only", async (transaction) => {
    const sql = transaction as unknown as postgres.Sql;
    await sql.unsafe(plainSpelling);
    const migrations = [...(await migrationsOf(sql))];
    const tables: Saved["tables"] = [];
    for (const { name, columns } of await tablesOf(sql)) {
      const path = `database/${name.replaceAll('"', "")}.copy.gz`;
      const counter = rowCounter();
      const rows = await sql.unsafe(`copy ${name} (${columns.join(", ")}) to stdout`).readable();
      rows.on("error", (error) => counter.through.destroy(error));
      const packed = createGzip();
      counter.through.on("error", (error) => packed.destroy(error));
      await put(path, rows.pipe(counter.through).pipe(packed));
      tables.push({ name, columns, rows: counter.rows(), path });
    }
    // Sequences stand outside the snapshot: read last, they are never behind the rows.
    return { migrations, tables, sequences: await sequencesOf(sql) };
  }) as Promise<Saved>;
}
