import { sql } from "drizzle-orm";
import type { z } from "zod";
import { sessions } from "#db/connections/sessions.server";
import { record } from "~/audit/record.server";
import type { PersonRef } from "~/values/person-ref";
import { Refusal } from "~/values/refusal";
import type { signInForm } from "./account.forms";
import { countAttempt, forgetAttempts } from "./attempts.server";
import { beginSession, sessionOf } from "./lucia.server";
import { passwordMatches } from "./passwords.server";

/** Signs a person in and returns the session's cookie, her reference and hats; a wrong password and an unknown address are refused alike. */
export async function signIn(
  form: z.infer<typeof signInForm>,
  visit: { address: string; now: Date },
): Promise<{ cookie: string; person: PersonRef; hats: readonly string[] }> {
  await countAttempt("sign_in_address", visit.address, visit.now);
  await countAttempt("sign_in_account", form.email, visit.now);
  const found = await sessions.transaction(null, async (tx) => {
    const rows = await tx.execute<{ ref: PersonRef; password_hash: string | null; email_verified_at: Date | null }>(
      sql`select ref, password_hash, email_verified_at from identity.credentials(${form.email})`,
    );
    return rows[0];
  });
  const matches = await passwordMatches(found?.password_hash ?? null, form.password);
  if (!found || !matches) {
    throw new Refusal("invalid", "email_or_password_is_wrong", { fields: { password: "email_or_password_is_wrong" } });
  }
  if (!found.email_verified_at)
    throw new Refusal("invalid", "address_is_not_verified", { fields: { email: "address_is_not_verified" } });
  await forgetAttempts("sign_in_account", form.email);
  await sessions.transaction(found.ref, (tx) =>
    record(tx, { person: found.ref, hats: [], hat: "visitor" }, visit.now, "signed in", {
      kind: "person",
      id: found.ref,
    }),
  );
  const cookie = await beginSession(found.ref);
  const { session } = await sessionOf(cookie);
  return { cookie, person: found.ref, hats: session?.hats ?? [] };
}
