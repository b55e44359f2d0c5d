import { lte } from "drizzle-orm";
import { sessions } from "#db/connections/sessions.server";
import { attempts, keptTexts, sessions as knownSessions, oneTimeLinks } from "#db/schema/access";

/**
 * Forgets what nobody can use any more: kept texts, sessions, one-time links, and counts of attempts whose time is over.
 * A link that was used goes when its time is over, too: it was refused all along.
 */
export async function forgetExpired(now: Date): Promise<void> {
  await sessions.transaction(null, async (tx) => {
    await tx.delete(keptTexts).where(lte(keptTexts.expiresAt, now));
    await tx.delete(knownSessions).where(lte(knownSessions.expiresAt, now));
    await tx.delete(oneTimeLinks).where(lte(oneTimeLinks.expiresAt, now));
    await tx.delete(attempts).where(lte(attempts.windowEndsAt, now));
  });
}
