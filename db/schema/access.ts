import { sql } from "drizzle-orm";
import { check, index, integer, pgSchema, text, uuid } from "drizzle-orm/pg-core";
import { hats } from "~/access/hats";
import { instant } from "./instant";

export const access = pgSchema("access");

/** Everybody who has an account, as a reference without a name. */
export const people = access.table(
  "people",
  {
    id: uuid().primaryKey(),
    hats: text().array().notNull().default(sql`'{}'`),
    locale: text().notNull().default("en"),
    createdAt: instant().notNull(),
  },
  () => [
    check("a hat is one of the fund", sql.raw(`hats <@ array[${hats.map((hat) => `'${hat}'`).join(",")}]`)),
    // Whoever may learn who applies never scores: by another hat she would read the name behind her packet.
    check(
      "a reviewer wears no hat that sees names",
      sql.raw(`not ('reviewer' = any (hats) and hats && array['programme_officer','finance_officer','auditor'])`),
    ),
  ],
);

/** Who is signed in. The id is the SHA-256 of what the cookie holds. */
export const sessions = access.table(
  "sessions",
  {
    id: text().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    expiresAt: instant().notNull(),
  },
  (table) => [index().on(table.userId)],
);

/** A link that works once: the SHA-256 of its secret, what it is for, until when. */
export const oneTimeLinks = access.table("one_time_links", {
  hash: text().primaryKey(),
  person: uuid()
    .notNull()
    .references(() => people.id, { onDelete: "cascade" }),
  purpose: text().notNull(),
  expiresAt: instant().notNull(),
  usedAt: instant(),
});

/** How often something was tried within a window; the key is hashed, so no address is stored here. */
export const attempts = access.table("attempts", {
  key: text().primaryKey(),
  count: integer().notNull(),
  windowEndsAt: instant().notNull(),
});

/** Text that was posted when its session had ended: sealed with a key that only the sender's cookie holds. */
export const keptTexts = access.table(
  "kept_texts",
  {
    /** SHA-256 of the name in the cookie. */
    id: text().primaryKey(),
    /** A keyed hash of the account the form was issued to; no reference is stored here. */
    issuedTo: text().notNull(),
    sealed: text().notNull(),
    expiresAt: instant().notNull(),
  },
  (table) => [index().on(table.issuedTo), index().on(table.expiresAt)],
);
