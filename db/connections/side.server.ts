import { sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { PersonRef } from "~/values/person-ref";
import { onConnectionsClosed, poolOf } from "./addresses.server";
import type { Side } from "./sides";

type Database = PostgresJsDatabase<Record<string, never>>;
/** A transaction of one side, with the person at work already set. */
export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];

const databases = new Map<Side, Database>();
onConnectionsClosed(() => databases.clear());

function databaseOf(side: Side): Database {
  let database = databases.get(side);
  if (!database) {
    database = drizzle(poolOf(side), { casing: "snake_case" });
    databases.set(side, database);
  }
  return database;
}

/** The connection of one side of the counter. */
export function side(name: Side) {
  return {
    name,
    /**
     * Runs the work in one transaction in which the database knows the person at work.
     * The setting travels in the same flight as the first query of the work.
     */
    transaction<T>(person: PersonRef | null, work: (tx: Tx) => Promise<T>): Promise<T> {
      return databaseOf(name).transaction(async (tx) => {
        // Asked for at once: a query of drizzle is only sent when somebody waits for it, and the work must not overtake it.
        const known = tx.execute(sql`select set_config('fund.person', ${person ?? ""}, true)`).then(() => undefined);
        const [, result] = await Promise.all([known, work(tx)]);
        return result;
      });
    },
  };
}
