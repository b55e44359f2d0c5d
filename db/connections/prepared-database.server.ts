import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type postgres from "postgres";

/** drizzle on a client; statements with parameters are prepared once per connection and kept, which drizzle alone does not. */
export function preparedDatabase(
  client: postgres.Sql | postgres.ReservedSql,
  options: postgres.Sql["options"],
): PostgresJsDatabase<Record<string, never>> {
  const preparing = {
    options,
    unsafe: (query: string, parameters: never[], more: object) =>
      client.unsafe(query, parameters, { ...more, prepare: (parameters?.length ?? 0) > 0 }),
  };
  return drizzle(preparing as unknown as postgres.Sql, { casing: "snake_case" });
}
