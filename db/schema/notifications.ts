import { sql } from "drizzle-orm";
import { bigint, check, index, integer, jsonb, pgSchema, text, uuid } from "drizzle-orm/pg-core";
import { letterLife } from "~/notifications/letter.states";
import { templateIds } from "~/notifications/templates";
import { events } from "./audit";
import { instant } from "./instant";
import { stateIsKnown } from "./state-is-known";

/** The outbox. It knows references, never addresses; names and tokens are blanks that are filled in when a letter leaves. */
export const notifications = pgSchema("notifications");

/** One letter to one person about one event; the key makes it exactly one. */
export const letters = notifications.table(
  "letters",
  {
    key: text().primaryKey(),
    eventId: bigint({ mode: "number" })
      .notNull()
      .references(() => events.id),
    recipient: uuid().notNull(),
    template: text().notNull(),
    locale: text().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    state: text().notNull().default("queued"),
    attempts: integer().notNull().default(0),
    sendAfter: instant(),
    nextAttemptAt: instant().notNull(),
    subject: text(),
    html: text(),
    bodyText: text(),
    messageId: text(),
    renderedAt: instant(),
    sendingAt: instant(),
    sentAt: instant(),
    lastError: text(),
    createdAt: instant().notNull(),
  },
  (table) => [
    index("letters_due").on(table.nextAttemptAt).where(sql`state in ('queued', 'uncertain')`),
    index("letters_under_way").on(table.key).where(sql`state = 'sending'`),
    index().on(table.createdAt),
    index().on(table.recipient),
    check("a letter has a state", stateIsKnown("state", letterLife)),
    check("a letter has a template", sql.raw(`"template" in (${templateIds.map((id) => `'${id}'`).join(", ")})`)),
    check("a sent letter has its instant", sql`${table.state} <> 'sent' or ${table.sentAt} is not null`),
  ],
);
