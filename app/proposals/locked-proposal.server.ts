import { eq } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { proposals } from "#db/schema/proposals";
import { Refusal } from "~/values/refusal";

/** Finds a proposal this side may see and holds its row until the transaction ends, so that two acts take turns. */
export async function lockedProposal(tx: Tx, id: string) {
  const [proposal] = await tx.select().from(proposals).where(eq(proposals.id, id)).for("update");
  if (!proposal) throw new Refusal("not_found", "not_found");
  return proposal;
}
