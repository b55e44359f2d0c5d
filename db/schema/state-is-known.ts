import { sql } from "drizzle-orm";

/** A CHECK that a column holds one of the states of a life, so that a new state becomes a migration. */
export function stateIsKnown(column: string, life: Record<string, unknown>) {
  const states = Object.keys(life).map((state) => `'${state}'`);
  return sql.raw(`"${column}" in (${states.join(", ")})`);
}
