import { createHash } from "node:crypto";
import type postgres from "postgres";
import { nameOf } from "./copy-rows.server";
import { tableOrder } from "./table-order";

/** What differs from one loading to the next by design: salted password hashes, keys and their signatures. */
const secret = ["password_hash", "salt", "key_id", "signature"];

/** The whole fund as one hash: every row without salts and keys, in an order of its own content. */
export function canonicalDump(owner: postgres.Sql): Promise<{ hash: string; tables: Record<string, string> }> {
  return owner.begin(async (tx) => {
    await tx`set local time zone 'UTC'`;
    const tables: Record<string, string> = {};
    for (const [name, table] of tableOrder) {
      const rows = await tx.unsafe<{ line: string }[]>(
        `select line from (select (to_jsonb(rows) - $1::text[])::text as line from ${nameOf(table)} rows) as lines
         order by line collate "C"`,
        [secret],
      );
      const hash = createHash("sha256");
      for (const { line } of rows) hash.update(`${line}\n`);
      tables[name] = hash.digest("hex");
    }
    return { hash: createHash("sha256").update(JSON.stringify(tables)).digest("hex"), tables };
  });
}
