import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { proposalLife } from "~/proposals/proposal.states";
import { people } from "./access";
import { calls } from "./calls";
import { instant } from "./instant";
import { stateIsKnown } from "./state-is-known";

/** A proposal without its people: what is asked for, where it stands. */
export const proposals = pgTable(
  "proposals",
  {
    id: uuid().primaryKey(),
    callId: uuid()
      .notNull()
      .references(() => calls.id),
    state: text().notNull(),
    title: text().notNull().default(""),
    theme: text(),
    requestedMinor: bigint({ mode: "number" }),
    months: integer(),
    createdAt: instant().notNull(),
    submittedAt: instant(),
    versionNumber: integer().notNull().default(0),
    withdrawnAt: instant(),
    withdrawnBecause: text(),
  },
  (table) => [
    index().on(table.callId, table.state),
    // The first page of the officers' table in its usual order.
    index("proposals_received_index")
      .on(table.callId, table.submittedAt.desc().nullsLast(), table.id.desc().nullsFirst())
      .where(sql`${table.versionNumber} > 0`),
    check("a proposal has a state", stateIsKnown("state", proposalLife)),
    check("a submitted proposal has its instant", sql`${table.versionNumber} = 0 or ${table.submittedAt} is not null`),
  ],
);

/** Who works on a proposal: one principal investigator, and others with a role. */
export const proposalMembers = pgTable(
  "proposal_members",
  {
    proposalId: uuid()
      .notNull()
      .references(() => proposals.id, { onDelete: "cascade" }),
    person: uuid()
      .notNull()
      .references(() => people.id),
    role: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.proposalId, table.person] }),
    index().on(table.person),
    check("a member has a role", sql`${table.role} in ('principal_investigator', 'editor', 'viewer')`),
  ],
);

/** The blind part of a proposal, question by question, as it stands now. */
export const answers = pgTable(
  "answers",
  {
    proposalId: uuid()
      .notNull()
      .references(() => proposals.id, { onDelete: "cascade" }),
    question: text().notNull(),
    text: text().notNull(),
    version: integer().notNull(),
    author: uuid().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.proposalId, table.question] })],
);

/** Earlier texts of an answer; kept says why this one stays. */
export const answerHistory = pgTable(
  "answer_history",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    proposalId: uuid()
      .notNull()
      .references(() => proposals.id, { onDelete: "cascade" }),
    question: text().notNull(),
    version: integer().notNull(),
    text: text().notNull(),
    author: uuid().notNull(),
    at: instant().notNull(),
    kept: text().notNull(),
  },
  (table) => [index().on(table.proposalId, table.question, table.version)],
);

/** Saves that already happened, so that one sent twice counts once (both parts of the form). */
export const answerSaves = pgTable("answer_saves", {
  saveId: uuid().primaryKey(),
  proposalId: uuid()
    .notNull()
    .references(() => proposals.id, { onDelete: "cascade" }),
  question: text().notNull(),
  version: integer().notNull(),
});

/** A version as handed in: never changed, hashed with a salt of its own. */
export const proposalVersions = pgTable(
  "proposal_versions",
  {
    id: uuid().primaryKey(),
    proposalId: uuid()
      .notNull()
      .references(() => proposals.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    submittedAt: instant().notNull(),
    submittedBy: uuid().notNull(),
    blind: jsonb().$type<Record<string, string>>().notNull(),
    documents: jsonb().$type<{ document: string; question: string; sha256: string }[]>().notNull(),
    salt: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [index().on(table.proposalId, table.number)],
);

/** The proof that a version was received, and when. */
export const receipts = pgTable(
  "receipts",
  {
    reference: text().primaryKey(),
    proposalId: uuid()
      .notNull()
      .references(() => proposals.id, { onDelete: "cascade" }),
    versionId: uuid()
      .notNull()
      .unique("a version has one receipt")
      .references(() => proposalVersions.id),
    instant: instant().notNull(),
    hash: text().notNull(),
    keyId: text().notNull(),
    signature: text().notNull(),
    auditHead: jsonb().$type<{ sequence: number; hash: string } | null>(),
  },
  (table) => [index().on(table.proposalId)],
);
