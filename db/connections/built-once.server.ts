import type postgres from "postgres";
import { clientOf, preparedDatabase } from "./prepared-database.server";
import type { Tx } from "./side.server";

type Client = Pick<postgres.Sql, "unsafe">;
type Select = Pick<Tx, "select">;
type Built<Found> = { execute(given: Record<string, unknown>): Promise<Found> };

/** On whose connection the query that is being asked runs. drizzle hands it over before it waits for anything. */
let asking: Client | null = null;

const unconnected: Client = {
  unsafe: ((...query: Parameters<Client["unsafe"]>) => {
    if (!asking) throw new Error("A query that was built once runs on the connection it is asked on.");
    return asking.unsafe(...query);
  }) as Client["unsafe"],
};
const builder: Select = preparedDatabase(unconnected, { parsers: {}, serializers: {} } as never);

/**
 * A query that drizzle builds once per process instead of at every look: what changes from look to look is a
 * `sql.placeholder`. Asked in any transaction, with what stands for the placeholders.
 */
export function builtOnce<Given extends Record<string, unknown>, Found>(
  build: (database: Select) => { prepare(name: string): Built<Found> },
): (tx: Tx, given: Given) => Promise<Found> {
  let built: Built<Found> | null = null;
  return (tx, given) => {
    built ??= build(builder).prepare("built once");
    asking = clientOf(tx);
    try {
      return built.execute(given);
    } finally {
      asking = null;
    }
  };
}
