import { eq } from "drizzle-orm";
import { applying } from "#db/connections/applying.server";
import { proposals } from "#db/schema/proposals";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { record } from "~/audit/record.server";
import { nextState } from "~/values/state-table";
import { must } from "~/values/verdict";
import { ownProposal } from "./own-proposal.server";
import { takeable } from "./proposal.rules";
import { proposalLife } from "./proposal.states";

/**
 * The principal investigator takes up a draft again that she had thrown away, as it stood. Refuses every other state
 * (proposal_is_not_discarded), and after the close (call_is_closed).
 */
export function takeUpDraft(actor: Actor, id: string, now: Date): Promise<void> {
  return applying.transaction(actor.person, async (tx) => {
    const { proposal, call, role } = await ownProposal(tx, actor, id, { hold: true });
    must(may(actor, "discard a draft", { role }));
    must(takeable(proposal.state, call, now));
    const state = nextState(proposalLife, proposal.state, "take_up");
    await tx.update(proposals).set({ state }).where(eq(proposals.id, id));
    await record(tx, actor, now, "draft taken up again", { kind: "proposal", id });
  });
}
