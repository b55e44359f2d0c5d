import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { calls } from "#db/schema/calls";
import { proposalMembers, proposals } from "#db/schema/proposals";
import type { Actor } from "~/access/actor";
import { Refusal } from "~/values/refusal";
import type { MemberRole } from "./proposal";

/** A proposal of the actor's own with its call and her role; held until the transaction ends where an act follows. */
export async function ownProposal(tx: Tx, actor: Actor, id: string, options: { hold?: boolean } = {}) {
  const found = tx
    .select({ proposal: proposals, call: calls, role: proposalMembers.role })
    .from(proposals)
    .innerJoin(calls, eq(calls.id, proposals.callId))
    .innerJoin(
      proposalMembers,
      and(eq(proposalMembers.proposalId, proposals.id), eq(proposalMembers.person, actor.person ?? "")),
    )
    .where(eq(proposals.id, id));
  const [row] = await (options.hold ? found.for("update", { of: proposals }) : found);
  if (!row) throw new Refusal("not_found", "not_found");
  return { ...row, role: row.role as MemberRole };
}
