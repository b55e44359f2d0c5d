import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { PersonRef } from "~/values/person-ref";
import { poolOf } from "./addresses.server";
import { preparedDatabase } from "./prepared-database.server";
import type { Side } from "./sides";

type Database = PostgresJsDatabase<Record<string, never>>;
/** A transaction of one side, with the person at work already set. */
export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];

const reference = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Begins and says who is at work, in one message; a reference is put into it only if it is one. */
function beginning(person: PersonRef | null): string {
  if (person !== null && !reference.test(person)) throw new Error("A person at work is a reference.");
  return `begin; select set_config('fund.person', '${person ?? ""}', true)`;
}

/** The connection of one side of the counter. */
export function side(name: Side) {
  return {
    name,
    /**
     * Runs the work in one transaction in which the database knows the person at work. The beginning travels in the same
     * flight as the first queries of the work, and ahead of them: the connection is held, and keeps their order.
     */
    async transaction<T>(person: PersonRef | null, work: (tx: Tx) => Promise<T>): Promise<T> {
      const beginsWith = beginning(person);
      const pool = poolOf(name);
      const connection = await pool.reserve();
      /** A query of this work that comes too late would run inside the next one's transaction, for another person. */
      let over = false;
      const ask: typeof connection.unsafe = (...query) => {
        if (over) throw new Error("This transaction is over.");
        return connection.unsafe(...query);
      };
      try {
        const begun = connection.unsafe(beginsWith).then(() => undefined);
        begun.catch(() => undefined);
        // A query is sent a turn after it is asked for; the work waits that turn, so that it cannot overtake.
        await Promise.resolve();
        const [, result] = await Promise.all([
          begun,
          work(preparedDatabase({ unsafe: ask }, pool.options) as unknown as Tx),
        ]);
        over = true;
        await connection.unsafe("commit");
        return result;
      } catch (problem) {
        over = true;
        await connection.unsafe("rollback").catch(() => undefined);
        throw problem;
      } finally {
        connection.release();
      }
    },
  };
}
