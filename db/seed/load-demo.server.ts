import type postgres from "postgres";
import { hashPassword } from "~/access/passwords.server";
import { cast, demoPassword } from "./cast";
import { completeRows } from "./complete-rows.server";
import { copyRows, nameOf } from "./copy-rows.server";
import { type Fund, type FundSize, generateFund } from "./fund";
import { tableOrder } from "./table-order";

/** The demo is never mixed with what somebody entered. */
async function mustBeEmpty(tx: postgres.TransactionSql) {
  const [found] = await tx`select 1 from access.people limit 1`;
  if (found) throw new Error("The demo is loaded into an empty database only: this one already has people.");
}

/** Generates a fund and puts it into an empty database, all of it or nothing. The cast can sign in with one password. */
export async function loadFund(owner: postgres.Sql, size: FundSize): Promise<Fund> {
  const fund = generateFund(size);
  const { rows } = fund;
  await completeRows(rows, size.seed);
  const passwordHash = await hashPassword(demoPassword);
  const addresses = new Set(cast.map(({ email }) => email));
  for (const person of rows.persons) if (addresses.has(person.email)) person.passwordHash = passwordHash;
  await owner.begin(async (tx) => {
    await mustBeEmpty(tx);
    for (const [name, table] of tableOrder) await copyRows(tx, table, rows[name]);
    await tx`select setval(pg_get_serial_sequence('audit.events', 'id'), ${rows.events.length})`;
    await tx`insert into settings (key, value) values ('demo', 'true')`;
  });
  for (const [, table] of tableOrder) await owner.unsafe(`analyze ${nameOf(table)}`);
  return fund;
}

/**
 * The demo as everybody sees it: a finished call, an open one and one that is being scored. A size makes the finished
 * call and its advisory group larger, for measuring.
 */
export function loadDemo(
  owner: postgres.Sql,
  { now, seed, size }: { now: Date; seed: number | string; size?: { proposals: number; reviewers: number } },
): Promise<Fund> {
  return loadFund(owner, { now, seed, ...size });
}
