import { sql } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import type { PersonRef } from "~/values/person-ref";
import { sealToken } from "./letter-tokens.server";
import { type LetterData, type TemplateId, templates } from "./templates";

export type LetterOrder<Id extends TemplateId> = {
  /** What `record` returned: the letter hangs off this event. */
  event: number;
  recipient: PersonRef;
  template: Id;
  data: LetterData<Id>;
  /** The letter does not leave before this instant. */
  sendAfter?: Date;
};

/**
 * Puts a letter into the outbox, in the transaction of the event it tells. The same event, recipient and template make
 * the same letter: ordered twice, it is sent once. Returns its key.
 */
export async function enqueueLetter<Id extends TemplateId>(tx: Tx, order: LetterOrder<Id>): Promise<string> {
  const data = templates[order.template].data.parse(order.data) as Record<string, unknown>;
  if (typeof data.token === "string") data.token = sealToken(data.token);
  const rows = await tx.execute<{ key: string }>(sql`
    select notifications.enqueue(${order.event}::bigint, ${order.recipient}::uuid, ${order.template},
      ${JSON.stringify(data)}::text::jsonb, ${order.sendAfter?.toISOString() ?? null}::timestamptz) as key`);
  return rows[0]?.key ?? "";
}
