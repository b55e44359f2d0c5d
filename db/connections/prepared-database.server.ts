import { PgDialect } from "drizzle-orm/pg-core";
import { drizzle, PostgresJsDatabase, PostgresJsSession } from "drizzle-orm/postgres-js";
import type postgres from "postgres";

const casing = "snake_case";
/** One for all: it remembers the name of each column, which a transaction of its own would have to learn anew. */
const dialect = new PgDialect({ casing });
const taught = new WeakSet<postgres.Sql["options"]>();
const clients = new WeakMap<object, Pick<postgres.Sql, "unsafe">>();

/** What a database or a transaction made here asks its queries on. */
export function clientOf(database: object): Pick<postgres.Sql, "unsafe"> {
  const client = clients.get(database);
  if (!client) throw new Error("This database was not made here.");
  return client;
}

/** drizzle on a client; statements with parameters are prepared once per connection and kept, which drizzle alone does not. */
export function preparedDatabase(
  client: Pick<postgres.Sql, "unsafe">,
  options: postgres.Sql["options"],
): PostgresJsDatabase<Record<string, never>> {
  const preparing = {
    options,
    unsafe: (query: string, parameters: never[], more: object) =>
      client.unsafe(query, parameters, { ...more, prepare: (parameters?.length ?? 0) > 0 }),
  } as unknown as postgres.Sql;
  if (!taught.has(options)) {
    // drizzle tells the pool once how it wants its dates and its JSON.
    drizzle(preparing, { casing });
    taught.add(options);
  }
  const session = new PostgresJsSession(preparing, dialect, undefined);
  const database = new PostgresJsDatabase(dialect, session as never, undefined) as PostgresJsDatabase<
    Record<string, never>
  >;
  clients.set(database, preparing);
  return database;
}
