import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { proposalMembers, proposals } from "#db/schema/proposals";
import type { Actor } from "~/access/actor";
import { record } from "~/audit/record.server";
import { enqueueLetter } from "~/notifications/enqueue-letter.server";
import type { PersonRef } from "~/values/person-ref";

/**
 * The part of a release that tells applicants that their proposal was not eligible: one event and one letter for each,
 * and how many there were. Held like the decisions: a proposal is withdrawn before it is told or not at all.
 */
export async function tellIneligible(tx: Tx, actor: Actor, call: string, now: Date): Promise<number> {
  const rows = await tx
    .select({ proposal: proposals.id, investigator: proposalMembers.person })
    .from(proposals)
    .innerJoin(
      proposalMembers,
      and(eq(proposalMembers.proposalId, proposals.id), eq(proposalMembers.role, "principal_investigator")),
    )
    .where(and(eq(proposals.callId, call), eq(proposals.state, "ineligible")))
    .orderBy(proposals.id)
    .for("update", { of: proposals });
  for (const { proposal, investigator } of rows) {
    const event = await record(tx, actor, now, "decision told", { kind: "proposal", id: proposal });
    await enqueueLetter(tx, {
      event,
      recipient: investigator as PersonRef,
      template: "decision_ineligible",
      data: { proposal },
    });
  }
  return rows.length;
}
