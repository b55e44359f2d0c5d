import { sql } from "drizzle-orm";
import {
  bigint,
  date,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { people } from "./access";
import { documents } from "./documents";
import { instant } from "./instant";
import { proposals, proposalVersions } from "./proposals";

/** Names, addresses and institutions. No login has a right here; only the functions of the door do. */
export const identity = pgSchema("identity");

export const institutions = identity.table(
  "institutions",
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    normalisedName: text().notNull(),
    ror: text().unique("a ROR id names one institution"),
    /** What conflicts of interest are compared by, here and in hosts. */
    words: text().generatedAlwaysAs(sql`identity.words_of(normalised_name)`),
    rorId: text().generatedAlwaysAs(sql`identity.ror_id(ror)`),
    country: text(),
    sector: text(),
  },
  (table) => [index().on(table.normalisedName)],
);

export const persons = identity.table(
  "persons",
  {
    ref: uuid()
      .primaryKey()
      .references(() => people.id, { onDelete: "cascade" }),
    name: text().notNull(),
    email: text().notNull(),
    emailVerifiedAt: instant(),
    passwordHash: text(),
    country: text(),
    institution: uuid().references(() => institutions.id),
    /** The domain of the address from its end, so that those of departments begin with that of their house. */
    house: text().generatedAlwaysAs(sql`identity.house_of(email)`),
  },
  (table) => [uniqueIndex("an address belongs to one account").on(sql`lower(${table.email})`)],
);

/** Where a person works or worked, for conflicts of interest. */
export const affiliations = identity.table(
  "affiliations",
  {
    person: uuid()
      .notNull()
      .references(() => persons.ref, { onDelete: "cascade" }),
    institution: uuid()
      .notNull()
      .references(() => institutions.id),
    since: date(),
    until: date(),
  },
  (table) => [primaryKey({ columns: [table.person, table.institution] })],
);

/** The identity part of a proposal, question by question. */
export const identityAnswers = identity.table(
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

export const identityAnswerHistory = identity.table(
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

/** The identity part as it stood when a version was submitted. */
export const identityVersions = identity.table("versions", {
  versionId: uuid()
    .primaryKey()
    .references(() => proposalVersions.id),
  answers: jsonb().$type<Record<string, string>>().notNull(),
});

/** The host institution of a proposal, as submitted, ready for matching. */
export const hosts = identity.table("hosts", {
  proposalId: uuid()
    .primaryKey()
    .references(() => proposals.id, { onDelete: "cascade" }),
  name: text().notNull(),
  normalisedName: text().notNull(),
  ror: text(),
  country: text().notNull(),
  sector: text().notNull(),
  words: text().generatedAlwaysAs(sql`identity.words_of(normalised_name)`),
  rorId: text().generatedAlwaysAs(sql`identity.ror_id(ror)`),
});

/** What an applicant called a file; it may carry a surname, so it lives behind the door. */
export const documentNames = identity.table("document_names", {
  documentId: uuid()
    .primaryKey()
    .references(() => documents.id, { onDelete: "cascade" }),
  name: text().notNull(),
});

/** Every time references became names: who looked, at whom, why. */
export const disclosures = identity.table("disclosures", {
  id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  viewer: uuid(),
  side: text().notNull(),
  refs: uuid().array().notNull(),
  because: text().notNull(),
  at: instant().notNull(),
});
