import type postgres from "postgres";
import { poolOf } from "#db/connections/addresses.server";
import { type Side, sides } from "#db/connections/sides";

export type SeenQuery = { side: Side; text: string; parameters: unknown[] };

let seen: SeenQuery[] | null = null;

/** Makes every pool tell which statements it sends, while somebody listens. */
export function watchPools() {
  for (const side of sides) {
    poolOf(side).options.debug = (_connection: number, text: string, parameters: unknown[]) => {
      seen?.push({ side, text, parameters });
    };
  }
}

/** The statements that were sent while the work was done. */
export async function queriesOf(work: () => Promise<unknown>): Promise<SeenQuery[]> {
  seen = [];
  await work();
  const found = seen;
  seen = null;
  return found;
}

const ending = /^\s*(commit|rollback)/i;
const beginning = /^\s*begin;?\s*/i;

/** Sends the same statements again, in a transaction per side as the page did, without anything of the product around them. */
export async function replay(queries: readonly SeenQuery[]): Promise<void> {
  const bySide = new Map<Side, SeenQuery[]>();
  for (const query of queries) {
    // The transaction itself is made anew; what travels with its beginning, the person at work, stays.
    const text = query.text.replace(beginning, "");
    if (ending.test(text) || text === "") continue;
    bySide.set(query.side, [...(bySide.get(query.side) ?? []), { ...query, text }]);
  }
  await Promise.all(
    [...bySide].map(([side, statements]) =>
      poolOf(side).begin((sql: postgres.TransactionSql) =>
        Promise.all(
          statements.map(({ text, parameters }) =>
            sql.unsafe(text, parameters as never[], { prepare: parameters.length > 0 }),
          ),
        ),
      ),
    ),
  );
}
