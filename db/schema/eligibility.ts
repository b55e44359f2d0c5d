import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { calls } from "./calls";
import { instant } from "./instant";
import { proposals } from "./proposals";

/** What the eligibility check said of a proposal, each time it was made. */
export const eligibilityDecisions = pgTable(
  "eligibility_decisions",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    proposalId: uuid()
      .notNull()
      .references(() => proposals.id, { onDelete: "cascade" }),
    outcome: text().notNull(),
    reason: text().notNull(),
    /** What its applicants read at the release, where it is not eligible; without it they read a general sentence. */
    toApplicant: text().notNull().default(""),
    decidedBy: uuid().notNull(),
    decidedAt: instant().notNull(),
  },
  (table) => [
    index().on(table.proposalId),
    check("an eligibility check has an outcome", sql`${table.outcome} in ('eligible', 'ineligible', 'reinstated')`),
  ],
);

/** The frozen copy of a proposal that reviewers see, under a random code. */
export const packets = pgTable("packets", {
  id: uuid().primaryKey(),
  callId: uuid()
    .notNull()
    .references(() => calls.id),
  proposalId: uuid()
    .notNull()
    .unique("a proposal has one blind packet")
    .references(() => proposals.id),
  code: text().notNull().unique("a packet has a code of its own"),
  content: jsonb().$type<{ answers: Record<string, string> }>().notNull(),
  documents: jsonb()
    .$type<{ question: string; storageKey: string; sha256: string; size: number; pages: number }[]>()
    .notNull(),
  hash: text().notNull(),
  frozenAt: instant().notNull(),
  frozenBy: uuid().notNull(),
});
