import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import type { PersonRef } from "~/values/person-ref";

type Invitation = { name: string; email: string; hat: "reviewer"; locale: string };

/** The person behind an invited address, with the hat; an account without a password is made where there is none. */
export async function invitePerson(tx: Tx, invited: Invitation, now: Date): Promise<PersonRef> {
  const rows = await tx.execute<{ ref: PersonRef }>(sql`select identity.invite(
    ${randomUUID()}, ${invited.name}, ${invited.email}, ${invited.hat}, ${invited.locale}, ${now.toISOString()}) as ref`);
  const ref = rows[0]?.ref;
  if (!ref) throw new Error("An invitation always names a person.");
  return ref;
}
