import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import { sessions } from "#db/connections/sessions.server";
import { record } from "~/audit/record.server";
import { enqueueLetter } from "~/notifications/enqueue-letter.server";
import type { PersonRef } from "~/values/person-ref";
import type { signUpForm } from "./account.forms";
import type { Actor } from "./actor";
import { countAttempt } from "./attempts.server";
import { makeLink, retireLinks } from "./one-time-links.server";
import { hashPassword } from "./passwords.server";

type Visit = {
  address: string;
  locale: string;
  now: Date;
  /** Where she was going, a path of ours; the link of the letter leads on to it. */
  to?: string | null;
};

/**
 * Makes an account and sends a letter to verify its address. The answer is the same for a known address: its owner
 * gets a letter to choose a new password instead, and nobody else learns that it is known.
 */
export async function signUp(form: z.infer<typeof signUpForm>, visit: Visit): Promise<void> {
  await countAttempt("letter_address", visit.address, visit.now);
  await countAttempt("letter_account", form.email, visit.now);
  const ref = randomUUID() as PersonRef;
  const passwordHash = await hashPassword(form.password);
  await sessions.transaction(null, async (tx) => {
    const [made] = await tx.execute<{ new: boolean }>(sql`select identity.sign_up(
      ${ref}, ${form.name}, ${form.email}, ${passwordHash}, ${visit.locale}, ${visit.now.toISOString()}) as new`);
    const [known] = made?.new
      ? []
      : await tx.execute<{ ref: PersonRef }>(sql`select ref from identity.credentials(${form.email})`);
    const person = known?.ref ?? ref;
    const actor: Actor = { person, hats: [], hat: "visitor" };
    const event = await record(tx, actor, visit.now, known ? "sign-up repeated" : "account made", {
      kind: "person",
      id: person,
    });
    // Who asked first may not have been the owner: a link to that password must not be the one she clicks.
    if (known) await retireLinks(tx, person, ["verify_address"]);
    const purpose = known ? "reset_password" : "verify_address";
    const token = await makeLink(tx, person, purpose, visit.now);
    await enqueueLetter(tx, {
      event,
      recipient: person,
      template: purpose,
      data: visit.to ? { token, to: visit.to } : { token },
    });
  });
}
