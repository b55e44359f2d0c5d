import { and, eq, gte, ne } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { documents } from "#db/schema/documents";
import type { Actor } from "~/access/actor";

/**
 * When the fund let this person's upload begin, where one ended after the close: a file is taken then only if it was
 * let in before, so the last instant before the close stands for it. Null where there is none.
 */
export async function uploadThatRanOver(
  tx: Tx,
  actor: Actor,
  proposal: string,
  { closesAt }: { closesAt: Date },
  now: Date,
): Promise<{ issuedAt: Date } | null> {
  if (now < closesAt) return null;
  const [late] = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(
      and(
        eq(documents.proposalId, proposal),
        eq(documents.uploader, actor.person ?? ""),
        gte(documents.uploadedAt, closesAt),
        ne(documents.state, "removed"),
      ),
    )
    .limit(1);
  return late ? { issuedAt: new Date(closesAt.getTime() - 1) } : null;
}
