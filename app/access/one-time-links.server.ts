import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { oneTimeLinks } from "#db/schema/access";
import type { PersonRef } from "~/values/person-ref";
import { Refusal } from "~/values/refusal";

export type LinkPurpose = "verify_address" | "reset_password" | "invitation";

const hoursValid: Record<LinkPurpose, number> = { verify_address: 72, reset_password: 2, invitation: 24 * 14 };

/** What is stored of a link. */
export const hashed = (secret: string) => createHash("sha256").update(secret).digest("hex");

const linkDoesNotWork = () => new Refusal("invalid", "link_does_not_work", { fields: { token: "link_does_not_work" } });

/** Makes a link that works once and returns its secret; only the hash of it is stored. */
export async function makeLink(tx: Tx, person: PersonRef, purpose: LinkPurpose, now: Date): Promise<string> {
  const secret = randomBytes(24).toString("base64url");
  const expiresAt = new Date(now.getTime() + hoursValid[purpose] * 3_600_000);
  await tx.insert(oneTimeLinks).values({ hash: hashed(secret), person, purpose, expiresAt });
  return secret;
}

const usable = (secret: string, purposes: LinkPurpose[], now: Date) =>
  and(
    eq(oneTimeLinks.hash, hashed(secret)),
    inArray(oneTimeLinks.purpose, purposes),
    isNull(oneTimeLinks.usedAt),
    gt(oneTimeLinks.expiresAt, now),
  );

/** Refuses a link that nobody could use now, before anything dear is done for it; the link stays as it is. */
export async function mustWork(tx: Tx, secret: string, purposes: LinkPurpose[], now: Date): Promise<void> {
  const [found] = await tx
    .select({ hash: oneTimeLinks.hash })
    .from(oneTimeLinks)
    .where(usable(secret, purposes, now));
  if (!found) throw linkDoesNotWork();
}

/** Uses a link up and says whose it is; a link that is used, old or unknown is refused alike. */
export async function consumeLink(tx: Tx, secret: string, purposes: LinkPurpose[], now: Date): Promise<PersonRef> {
  const [used] = await tx
    .update(oneTimeLinks)
    .set({ usedAt: now })
    .where(usable(secret, purposes, now))
    .returning({ person: oneTimeLinks.person });
  if (!used) throw linkDoesNotWork();
  return used.person as PersonRef;
}

/** Takes back the links of these kinds that a person has not used. */
export async function retireLinks(tx: Tx, person: PersonRef, purposes: LinkPurpose[]): Promise<void> {
  await tx
    .delete(oneTimeLinks)
    .where(and(eq(oneTimeLinks.person, person), inArray(oneTimeLinks.purpose, purposes), isNull(oneTimeLinks.usedAt)));
}
