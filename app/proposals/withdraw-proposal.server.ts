import { eq, sql } from "drizzle-orm";
import { applying } from "#db/connections/applying.server";
import type { Tx } from "#db/connections/side.server";
import { proposals } from "#db/schema/proposals";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { record } from "~/audit/record.server";
import { enqueueLetter } from "~/notifications/enqueue-letter.server";
import type { PersonRef } from "~/values/person-ref";
import { nextState } from "~/values/state-table";
import { must } from "~/values/verdict";
import { ownProposal } from "./own-proposal.server";
import { withdrawable } from "./proposal.rules";
import { proposalLife } from "./proposal.states";

/** The instant of a withdrawal: never before a release whose decision it found told, however the clock saw them arrive. */
async function afterTelling(tx: Tx, id: string, now: Date): Promise<Date> {
  const [told] = await tx.execute<{ released_at: string }>(
    sql`select released_at from applying.decisions where proposal_id = ${id}`,
  );
  return told ? new Date(Math.max(now.getTime(), new Date(told.released_at).getTime() + 1)) : now;
}

/** The principal investigator takes a proposal back, with a reason; it stays in the counts, its scores stay sealed. */
export function withdrawProposal(actor: Actor, id: string, because: string, now: Date): Promise<void> {
  return applying.transaction(actor.person, async (tx) => {
    const { proposal, role } = await ownProposal(tx, actor, id, { hold: true });
    must(may(actor, "withdraw a proposal", { role }));
    const told = await tx.execute(sql`select from applying.ineligibility where proposal_id = ${id}`);
    must(withdrawable(proposal.state, told.length > 0));
    const state = nextState(proposalLife, proposal.state, "withdraw");
    const withdrawnAt = await afterTelling(tx, id, now);
    await tx.update(proposals).set({ state, withdrawnAt, withdrawnBecause: because }).where(eq(proposals.id, id));
    await tx.execute(sql`select applying.close_assignments(${id})`);
    const event = await record(tx, actor, now, "proposal withdrawn", { kind: "proposal", id });
    await enqueueLetter(tx, {
      event,
      recipient: actor.person as PersonRef,
      template: "withdrawal_confirmed",
      data: { proposal: id, instant: now.toISOString() },
    });
  });
}
