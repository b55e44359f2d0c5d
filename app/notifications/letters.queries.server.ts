import { and, count, desc, eq } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { letters } from "#db/schema/notifications";
import type { PersonRef } from "~/values/person-ref";
import type { LetterState } from "./letter.states";
import type { TemplateId } from "./templates";

const listed = {
  key: letters.key,
  recipient: letters.recipient,
  template: letters.template,
  locale: letters.locale,
  state: letters.state,
  subject: letters.subject,
  attempts: letters.attempts,
  createdAt: letters.createdAt,
  sendAfter: letters.sendAfter,
  nextAttemptAt: letters.nextAttemptAt,
  sentAt: letters.sentAt,
  lastError: letters.lastError,
};

type Asked = { state?: LetterState; template?: TemplateId; page: number; size: number };

const wanted = ({ state, template }: Partial<Asked>) =>
  and(state ? eq(letters.state, state) : undefined, template ? eq(letters.template, template) : undefined);

/** The outbox for officers, newest first, without letters of proposals they are conflicted with. */
export async function lettersInOutbox(tx: Tx, { page, size, ...filter }: Asked) {
  const [rows, [total]] = await Promise.all([
    tx
      .select(listed)
      .from(letters)
      .where(wanted(filter))
      .orderBy(desc(letters.createdAt), letters.key)
      .limit(size)
      .offset((page - 1) * size),
    tx.select({ count: count() }).from(letters).where(wanted(filter)),
  ]);
  return { letters: rows.map((row) => ({ ...row, recipient: row.recipient as PersonRef })), total: total?.count ?? 0 };
}

/** One letter as it is or will be sent, with blanks for the reader's name and token (see `maskTokens`). */
export async function letterAsSent(tx: Tx, key: string) {
  const [letter] = await tx
    .select({ ...listed, html: letters.html, text: letters.bodyText })
    .from(letters)
    .where(eq(letters.key, key));
  return letter && { ...letter, recipient: letter.recipient as PersonRef };
}
