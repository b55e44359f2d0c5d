import { sql } from "drizzle-orm";
import { bigint, check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { calls } from "./calls";
import { instant } from "./instant";
import { proposals } from "./proposals";

/** What the fund resolves; sealed until the release of its call. */
export const decisions = pgTable(
  "decisions",
  {
    proposalId: uuid()
      .primaryKey()
      .references(() => proposals.id),
    callId: uuid()
      .notNull()
      .references(() => calls.id),
    outcome: text().notNull(),
    amountMinor: bigint({ mode: "number" }),
    reason: text().notNull().default(""),
    decidedBy: uuid().notNull(),
    decidedAt: instant().notNull(),
  },
  (table) => [
    index().on(table.callId),
    check("a decision has an outcome", sql`${table.outcome} in ('award', 'reserve', 'decline')`),
    check("only an award has an amount", sql`(${table.outcome} = 'award') = (${table.amountMinor} is not null)`),
  ],
);

/** The moment from which applicants may see the decisions of a call: asked for by one officer, done by another. */
export const releases = pgTable(
  "releases",
  {
    callId: uuid()
      .primaryKey()
      .references(() => calls.id),
    preparedBy: uuid().notNull(),
    preparedAt: instant().notNull(),
    releasedBy: uuid(),
    releasedAt: instant(),
  },
  (table) => [
    check("two officers release", sql`${table.releasedBy} is null or ${table.releasedBy} <> ${table.preparedBy}`),
    check("a release has its officer", sql`(${table.releasedBy} is null) = (${table.releasedAt} is null)`),
  ],
);

/** The moment from which the grantees of a call are public. */
export const announcements = pgTable("announcements", {
  callId: uuid()
    .primaryKey()
    .references(() => releases.callId),
  announcedBy: uuid().notNull(),
  announcedAt: instant().notNull(),
});
