import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import type { PersonRef } from "~/values/person-ref";
import { Refusal } from "~/values/refusal";

type Invitation = { name: string; email: string; hat: "reviewer"; locale: string };

/**
 * The person behind an invited address, with the hat; an account without a password is made where there is none. Refuses
 * whoever wears a hat under which names are seen (wears_another_hat): nobody stands on both sides of the veil.
 */
export async function invitePerson(tx: Tx, invited: Invitation, now: Date): Promise<PersonRef> {
  const asked = sql`select identity.invite(${randomUUID()}, ${invited.name}, ${invited.email}, ${invited.hat},
    ${invited.locale}, ${now.toISOString()}) as ref`;
  const rows = await tx.execute<{ ref: PersonRef | null }>(asked);
  const ref = rows[0]?.ref;
  if (!ref) throw new Refusal("invalid", "wears_another_hat", { fields: { email: "wears_another_hat" } });
  return ref;
}
