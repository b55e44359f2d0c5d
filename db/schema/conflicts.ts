import { sql } from "drizzle-orm";
import { bigint, check, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { people } from "./access";
import { instant } from "./instant";
import { proposals } from "./proposals";

/** A tie between a person and a proposal, declared or found. */
export const conflicts = pgTable(
  "conflicts",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    proposalId: uuid()
      .notNull()
      .references(() => proposals.id, { onDelete: "cascade" }),
    person: uuid()
      .notNull()
      .references(() => people.id),
    kind: text().notNull(),
    state: text().notNull(),
    foundAt: instant().notNull(),
    settledBy: uuid(),
    settledAt: instant(),
    settledBecause: text(),
  },
  (table) => [
    unique("a conflict is named once").on(table.proposalId, table.person, table.kind),
    index().on(table.person),
    check("a conflict has a state", sql`${table.state} in ('proposed', 'confirmed', 'dismissed')`),
  ],
);
