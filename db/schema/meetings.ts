import { sql } from "drizzle-orm";
import { check, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./instant";
import { proposals } from "./proposals";

/** What the advisory group advises, with dissent. */
export const recommendations = pgTable(
  "recommendations",
  {
    proposalId: uuid()
      .primaryKey()
      .references(() => proposals.id),
    outcome: text().notNull(),
    reason: text().notNull(),
    dissent: text().notNull().default(""),
    recordedBy: uuid().notNull(),
    recordedAt: instant().notNull(),
  },
  (table) => [check("a recommendation has an outcome", sql`${table.outcome} in ('award', 'reserve', 'decline')`)],
);
