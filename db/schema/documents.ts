import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./instant";
import { proposals } from "./proposals";

/** An uploaded file under a neutral name; what its owner called it lives behind the door. */
export const documents = pgTable(
  "documents",
  {
    id: uuid().primaryKey(),
    proposalId: uuid()
      .notNull()
      .references(() => proposals.id, { onDelete: "cascade" }),
    question: text().notNull(),
    uploader: uuid().notNull(),
    storageKey: text().notNull().unique("a stored file belongs to one document"),
    size: bigint({ mode: "number" }).notNull(),
    sha256: text().notNull(),
    kind: text().notNull(),
    state: text().notNull(),
    pages: integer(),
    refusedBecause: text(),
    /** When its upload was begun: of two for one question the one begun last stands. Null for files from before this was kept. */
    begunAt: instant(),
    uploadedAt: instant().notNull(),
    removedAt: instant(),
  },
  (table) => [
    index().on(table.proposalId),
    check("a document has a state", sql`${table.state} in ('stored', 'cleared', 'refused', 'removed')`),
  ],
);
