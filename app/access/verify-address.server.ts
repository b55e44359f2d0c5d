import { sql } from "drizzle-orm";
import { sessions } from "#db/connections/sessions.server";
import { record } from "~/audit/record.server";
import { beginSession } from "./lucia.server";
import { consumeLink } from "./one-time-links.server";

/** Uses the link of a letter up, marks the address as verified and signs its owner in; returns the session's cookie. */
export async function verifyAddress(token: string, now: Date): Promise<string> {
  const person = await sessions.transaction(null, async (tx) => {
    const owner = await consumeLink(tx, token, ["verify_address"], now);
    await tx.execute(sql`select identity.verify_email(${owner}, ${now.toISOString()})`);
    await record(tx, { person: owner, hats: [], hat: "visitor" }, now, "address verified", {
      kind: "person",
      id: owner,
    });
    return owner;
  });
  return beginSession(person);
}
