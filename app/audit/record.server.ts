import { sql } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import type { Actor } from "~/access/actor";

/**
 * What was acted upon: "proposal", "assignment", "call", "person", "letter" … and its id. Auditors read of a kind only what
 * the policy on `audit.events` maps to a proposal, or knows to touch none.
 */
export type Subject = { kind: string; id: string };

/** Writes down what happened, in the transaction of the act itself. Returns the event, from which letters may hang. */
export async function record(
  tx: Tx,
  actor: Actor,
  now: Date,
  act: string,
  subject: Subject,
  details: Record<string, unknown> = {},
): Promise<number> {
  const rows = await tx.execute<{ event: string }>(sql`
    select audit.record(${now.toISOString()}::timestamptz, ${actor.person}::uuid, ${actor.hat}, ${act},
      ${subject.kind}, ${subject.id}, ${JSON.stringify(details)}::text::jsonb) as event`);
  return Number(rows[0]?.event);
}
