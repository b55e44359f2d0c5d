import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { assignments } from "./assignments";
import { instant } from "./instant";

/** A review: two comments, and a lock. Its scores stand beside it. */
export const reviews = pgTable("reviews", {
  assignmentId: uuid()
    .primaryKey()
    .references(() => assignments.id, { onDelete: "cascade" }),
  toAdvisoryGroup: text().notNull().default(""),
  toApplicant: text().notNull().default(""),
  version: integer().notNull().default(0),
  savedAt: instant(),
  lockedAt: instant(),
});

/** What an officer resolved about the comment of a review to its applicant: not told, or told although it was asked about. */
export const commentVerdicts = pgTable(
  "comment_verdicts",
  {
    assignmentId: uuid()
      .primaryKey()
      .references(() => assignments.id, { onDelete: "cascade" }),
    outcome: text().notNull(),
    because: text().notNull(),
    resolvedBy: uuid().notNull(),
    resolvedAt: instant().notNull(),
  },
  (table) => [check("a comment is withheld or told", sql`${table.outcome} in ('withheld', 'told')`)],
);

/** Both comments as they were each time one of them was saved, also those that were changed later. */
export const commentHistory = pgTable(
  "comment_history",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    assignmentId: uuid()
      .notNull()
      .references(() => assignments.id, { onDelete: "cascade" }),
    toAdvisoryGroup: text().notNull(),
    toApplicant: text().notNull(),
    version: integer().notNull(),
    at: instant().notNull(),
  },
  (table) => [index().on(table.assignmentId)],
);

/** The score of a criterion as it stands; "not able to judge" has a reason and no value. */
export const scores = pgTable(
  "scores",
  {
    assignmentId: uuid()
      .notNull()
      .references(() => assignments.id, { onDelete: "cascade" }),
    criterion: text().notNull(),
    value: integer(),
    unableBecause: text(),
    version: integer().notNull(),
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.assignmentId, table.criterion] }),
    check("a score is a value or a reason", sql`(${table.value} is null) <> (${table.unableBecause} is null)`),
  ],
);

/** Every score that was ever given, also those that were changed later. */
export const scoreHistory = pgTable(
  "score_history",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    assignmentId: uuid()
      .notNull()
      .references(() => assignments.id, { onDelete: "cascade" }),
    criterion: text().notNull(),
    value: integer(),
    unableBecause: text(),
    version: integer().notNull(),
    at: instant().notNull(),
  },
  (table) => [index().on(table.assignmentId, table.criterion)],
);
