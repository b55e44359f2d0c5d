import { sql } from "drizzle-orm";
import type postgres from "postgres";
import type { side } from "#db/connections/side.server";
import { toRefusal } from "~/http/refusal-from-database.server";

/** Opens the connections of a pool beforehand, so that clicks meet in the database and not at its door. */
export async function warm(pool: ReturnType<typeof side>, connections: number) {
  await Promise.all(
    Array.from({ length: connections }, () => pool.transaction(null, (tx) => tx.execute(sql`select pg_sleep(0.05)`))),
  );
}

/** Does the same act many times at once; tells how many succeeded and why the others did not. */
export async function atOnce(acts: (() => Promise<unknown>)[]): Promise<{ done: number; because: string[] }> {
  const outcomes = await Promise.allSettled(acts.map((act) => act()));
  const refused = outcomes.filter((outcome) => outcome.status === "rejected");
  return {
    done: outcomes.length - refused.length,
    because: [...new Set(refused.map(({ reason }) => toRefusal(reason)?.reason ?? String(reason)))].sort(),
  };
}

/** Until the login of a side waits for a lock in this database, or as many of its transactions as are asked for. */
export async function waitingAs(owner: postgres.Sql, login: string, many = 1) {
  for (let tries = 0; tries < 200; tries++) {
    const found = await owner`select distinct pid from pg_locks join pg_stat_activity using (pid)
      where datname = current_database() and usename = ${login} and not granted`;
    if (found.length >= many) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${login} waits for no lock`);
}
