import { bigint, date, index, jsonb, pgSchema, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./instant";

/** What happened, added and never changed: no login may update or delete here. */
export const audit = pgSchema("audit");

/** One row for each act, written in the transaction of the act. */
export const events = audit.table(
  "events",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull(),
    actor: uuid(),
    hat: text().notNull(),
    act: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: text().notNull(),
    details: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  (table) => [index().on(table.subjectKind, table.subjectId), index().on(table.actor)],
);

/** Committed events that the sealer has not chained yet; a trigger fills it, the sealer empties it. */
export const unsealed = audit.table("unsealed", { eventId: bigint({ mode: "number" }).primaryKey() });

/** The events in the order they were sealed, each holding the hash of the one before. */
export const chain = audit.table("chain", {
  seq: bigint({ mode: "number" }).primaryKey(),
  eventId: bigint({ mode: "number" }).notNull().unique("an event is sealed once"),
  previousHash: text().notNull().unique("the chain does not fork"),
  hash: text().notNull(),
  sealedAt: instant().notNull(),
});

/** The end of the chain, signed once a day. */
export const heads = audit.table("heads", {
  day: date().primaryKey(),
  seq: bigint({ mode: "number" }).notNull(),
  hash: text().notNull(),
  signature: text().notNull(),
  keyId: text().notNull(),
});
