import { sql } from "drizzle-orm";
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
