import { eq } from "drizzle-orm";
import { applying } from "#db/connections/applying.server";
import { proposals } from "#db/schema/proposals";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { record } from "~/audit/record.server";
import { nextState } from "~/values/state-table";
import { must } from "~/values/verdict";
import { ownProposal } from "./own-proposal.server";
import { discardable } from "./proposal.rules";
import { proposalLife } from "./proposal.states";

/**
 * The principal investigator throws a draft away that was never handed in. Its words stay where they are, to be read by
 * its team and nobody else; nothing is answered or submitted unless she takes it up again (`takeUpDraft`). Refuses every
 * other state (proposal_is_no_draft).
 */
export function discardDraft(actor: Actor, id: string, now: Date): Promise<void> {
  return applying.transaction(actor.person, async (tx) => {
    const { proposal, role } = await ownProposal(tx, actor, id, { hold: true });
    must(may(actor, "discard a draft", { role }));
    must(discardable(proposal.state));
    const state = nextState(proposalLife, proposal.state, "abandon");
    await tx.update(proposals).set({ state }).where(eq(proposals.id, id));
    await record(tx, actor, now, "draft discarded", { kind: "proposal", id });
  });
}
