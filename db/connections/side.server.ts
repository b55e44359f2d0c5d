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

/** A connection of one side that is held for one work, and the work's own way to ask on it. */
async function held(name: Side) {
  const pool = poolOf(name);
  const connection = await pool.reserve();
  /** A query of this work that comes too late would run inside the next one's transaction, for another person. */
  let over = false;
  const ask: typeof connection.unsafe = (...query) => {
    if (over) throw new Error("This transaction is over.");
    return connection.unsafe(...query);
  };
  return {
    connection,
    tx: preparedDatabase({ unsafe: ask }, pool.options) as unknown as Tx,
    close: () => {
      over = true;
    },
  };
}

type Held = Awaited<ReturnType<typeof held>>;

/** The beginning on its way. A query is sent a turn after it is asked for; the work waits that turn, and cannot overtake. */
async function begin({ connection }: Held, beginsWith: string): Promise<{ begun: Promise<undefined> }> {
  const begun = connection.unsafe(beginsWith).then(() => undefined);
  begun.catch(() => undefined);
  await Promise.resolve();
  return { begun };
}

/** After everything that the work asks for without waiting, and before any of it is sent. */
const whenAllIsAsked = () => new Promise<void>((resolve) => process.nextTick(resolve));

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
      const hold = await held(name);
      try {
        const { begun } = await begin(hold, beginsWith);
        const [, result] = await Promise.all([begun, work(hold.tx)]);
        hold.close();
        // The database ends what failed inside with a rollback, whatever was asked for, and says so.
        const { command } = await hold.connection.unsafe("commit");
        if (command !== "COMMIT") throw new Error("A transaction was not written as a whole.");
        return result;
      } catch (problem) {
        hold.close();
        await hold.connection.unsafe("rollback").catch(() => undefined);
        throw problem;
      } finally {
        hold.connection.release();
      }
    },
    /**
     * The same for a work that reads, and asks for everything at once: its beginning, its queries and its end are one
     * message to the database, and one from it. What it asks for after it has waited is refused ("This transaction is over").
     */
    async glance<T>(person: PersonRef | null, work: (tx: Tx) => Promise<T>): Promise<T> {
      const beginsWith = beginning(person);
      const hold = await held(name);
      try {
        const { begun } = await begin(hold, beginsWith);
        // A query of drizzle is sent each time somebody waits for it: here once.
        const asked = (async () => work(hold.tx))();
        asked.catch(() => undefined);
        await whenAllIsAsked();
        hold.close();
        const [, ended] = await Promise.all([begun, hold.connection.unsafe("commit")]);
        const result = await asked;
        // A query that the driver sends again after an error would run past the end, and for nobody.
        if (ended.command !== "COMMIT") throw new Error("A glance was not read as a whole.");
        return result;
      } finally {
        hold.close();
        hold.connection.release();
      }
    },
  };
}
