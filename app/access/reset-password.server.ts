import { setTimeout as pass } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import { sessions } from "#db/connections/sessions.server";
import { record } from "~/audit/record.server";
import { enqueueLetter } from "~/notifications/enqueue-letter.server";
import type { PersonRef } from "~/values/person-ref";
import type { newPasswordForm } from "./account.forms";
import type { Actor } from "./actor";
import { countAttempt } from "./attempts.server";
import { beginSession, endEverySession } from "./lucia.server";
import { consumeLink, type LinkPurpose, makeLink, mustWork, retireLinks } from "./one-time-links.server";
import { hashPassword } from "./passwords.server";

/** Milliseconds; longer than ordering a letter takes, so that time does not tell whether the address is known. */
const answersAfter = 100;

const visitor = (person: PersonRef): Actor => ({ person, hats: [], hat: "visitor" });

type Visit = {
  address: string;
  now: Date;
  /** Where she was going, a path of ours; the link of the letter leads on to it. */
  to?: string | null;
};

/** Sends a link to choose a new password where the address is known; the answer never tells whether it is. */
export async function askForNewPassword(email: string, visit: Visit): Promise<void> {
  await countAttempt("letter_address", visit.address, visit.now);
  await countAttempt("letter_account", email, visit.now);
  await Promise.all([orderLink(email, visit), pass(answersAfter)]);
}

function orderLink(email: string, { now, to }: Visit): Promise<void> {
  return sessions.transaction(null, async (tx) => {
    const [known] = await tx.execute<{ ref: PersonRef }>(sql`select ref from identity.credentials(${email})`);
    if (!known) return;
    const event = await record(tx, visitor(known.ref), now, "new password asked for", {
      kind: "person",
      id: known.ref,
    });
    const token = await makeLink(tx, known.ref, "reset_password", now);
    const data = to ? { token, to } : { token };
    await enqueueLetter(tx, { event, recipient: known.ref, template: "reset_password", data });
  });
}

const opening: LinkPurpose[] = ["reset_password", "invitation"];

/**
 * Sets the password by a link from a letter, which proves the address; ends all sessions and begins a new one. Other
 * links that were sent meanwhile stop working. A hash is dear, so it is made only for a link that works.
 */
export async function setNewPassword(form: z.infer<typeof newPasswordForm>, now: Date): Promise<string> {
  await sessions.transaction(null, (tx) => mustWork(tx, form.token, opening, now));
  const passwordHash = await hashPassword(form.password);
  const person = await sessions.transaction(null, async (tx) => {
    const owner = await consumeLink(tx, form.token, opening, now);
    await retireLinks(tx, owner, ["reset_password", "verify_address"]);
    await tx.execute(sql`select identity.set_password(${owner}, ${passwordHash})`);
    await tx.execute(sql`select identity.verify_email(${owner}, ${now.toISOString()})`);
    await record(tx, visitor(owner), now, "password changed", { kind: "person", id: owner });
    return owner;
  });
  await endEverySession(person);
  return beginSession(person);
}
