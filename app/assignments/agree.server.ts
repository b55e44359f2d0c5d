import { sql } from "drizzle-orm";
import { reviewing } from "#db/connections/reviewing.server";
import type { Actor } from "~/access/actor";
import { record } from "~/audit/record.server";

/** Which text a member agrees to; a new text is a new version. */
export const agreementVersion = "2026-01";

/**
 * A member of the advisory group agrees to confidentiality, and not to use generative AI for reviews. However often it
 * is clicked, she agreed once: at the first instant, to the text of then. Who has no seat is refused as if there were none.
 */
export function agree(actor: Actor, call: string, now: Date): Promise<void> {
  return reviewing.transaction(actor.person, async (tx) => {
    const [answer] = await tx.execute<{ first: boolean }>(
      sql`select reviewing.agree(${call}, ${agreementVersion}, ${now.toISOString()}) as first`,
    );
    if (!answer?.first) return;
    await record(tx, actor, now, "agreement accepted", { kind: "call", id: call }, { agreement: agreementVersion });
  });
}
