import { bigint, date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { calls } from "./calls";
import { instant } from "./instant";
import { proposals } from "./proposals";

/** The promise made to a grantee: reference, amount, period. */
export const awards = pgTable(
  "awards",
  {
    id: uuid().primaryKey(),
    reference: text().notNull().unique("an award has a reference of its own"),
    proposalId: uuid()
      .notNull()
      .unique("a proposal is awarded once")
      .references(() => proposals.id),
    callId: uuid()
      .notNull()
      .references(() => calls.id),
    amountMinor: bigint({ mode: "number" }).notNull(),
    currency: text().notNull(),
    months: integer().notNull(),
    startsOn: date().notNull(),
    awardedAt: instant().notNull(),
  },
  (table) => [index().on(table.callId)],
);

/** What the public reads of a grantee, frozen when the call is announced. */
export const announcedGrantees = pgTable("announced_grantees", {
  awardId: uuid()
    .primaryKey()
    .references(() => awards.id),
  callId: uuid()
    .notNull()
    .references(() => calls.id),
  title: text().notNull(),
  summary: text().notNull(),
  theme: text(),
  institutionName: text().notNull(),
  institutionCountry: text().notNull(),
  institutionRor: text(),
  requestedMinor: bigint({ mode: "number" }),
});
