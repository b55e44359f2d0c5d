import { poolOf } from "#db/connections/addresses.server";
import type { Side } from "#db/connections/sides";

/** How many statements a piece of work sends on one side's connections, and what the work found. */
export async function countStatements<T>(side: Side, work: () => Promise<T>): Promise<{ count: number; found: T }> {
  const options = poolOf(side).options as { debug?: unknown };
  let count = 0;
  options.debug = () => {
    count += 1;
  };
  try {
    return { found: await work(), count };
  } finally {
    options.debug = false;
  }
}
