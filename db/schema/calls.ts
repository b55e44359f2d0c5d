import { sql } from "drizzle-orm";
import { bigint, check, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { CallTexts } from "~/calls/call-texts";
import type { Rubric } from "~/calls/rubric";
import type { Form } from "~/forms/form";
import { instant } from "./instant";

/** A call for proposals: its dates, money, questions and rubric are data. */
export const calls = pgTable(
  "calls",
  {
    id: uuid().primaryKey(),
    slug: text().notNull().unique("a call has an address of its own"),
    kind: text().notNull(),
    state: text().notNull(),
    currency: text().notNull(),
    floorMinor: bigint({ mode: "number" }).notNull(),
    ceilingMinor: bigint({ mode: "number" }).notNull(),
    budgetMinor: bigint({ mode: "number" }).notNull(),
    opensAt: instant().notNull(),
    closesAt: instant().notNull(),
    graceMinutes: integer().notNull().default(10),
    scoringClosesAt: instant().notNull(),
    zone: text().notNull(),
    languages: text().array().notNull(),
    themes: text().array().notNull(),
    form: jsonb().$type<Form>().notNull(),
    rubric: jsonb().$type<Rubric>().notNull(),
    texts: jsonb().$type<Record<string, CallTexts>>().notNull(),
    createdAt: instant().notNull(),
  },
  (table) => [
    check("a call opens before it closes", sql`${table.opensAt} < ${table.closesAt}`),
    check("a call has a kind", sql`${table.kind} in ('open', 'invited', 'thematic')`),
    check("a call has a state", sql`${table.state} in ('preparing', 'published', 'closed')`),
    check(
      "amounts of a call are in order",
      sql`0 <= ${table.floorMinor} and ${table.floorMinor} <= ${table.ceilingMinor}`,
    ),
  ],
);

/** What the fund itself remembers, such as that these data are a demo. */
export const settings = pgTable("settings", {
  key: text().primaryKey(),
  value: jsonb().notNull(),
});
