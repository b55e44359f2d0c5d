import { eq } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import { calls } from "#db/schema/calls";
import { eligibilityDecisions } from "#db/schema/eligibility";
import { proposals } from "#db/schema/proposals";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { record } from "~/audit/record.server";
import { callBeforeRelease } from "~/calls/call-before-release.server";
import { lockedProposal } from "~/proposals/locked-proposal.server";
import { proposalLife } from "~/proposals/proposal.states";
import { Refusal } from "~/values/refusal";
import { nextState } from "~/values/state-table";
import { must } from "~/values/verdict";
import type { EligibilityOutcome } from "./eligibility";
import { actOfOutcome, checkable } from "./eligibility.rules";

/**
 * A programme officer says whether a submitted proposal is eligible, or takes an "ineligible" back, with a reason that
 * stays with the fund. What is not eligible may come with words for its applicants, sealed until the release. Refuses
 * what the life of a proposal does not allow; everything said before stays on record.
 */
export function decideEligibility(
  actor: Actor,
  id: string,
  said: { outcome: EligibilityOutcome; reason: string; toApplicant?: string },
  now: Date,
) {
  return managing.transaction(actor.person, async (tx) => {
    const proposal = await lockedProposal(tx, id);
    must(may(actor, "decide eligibility"));
    const [call] = await tx.select().from(calls).where(eq(calls.id, proposal.callId));
    if (!call) throw new Refusal("not_found", "not_found");
    must(checkable(call, now));
    must(await callBeforeRelease(tx, proposal.callId));
    const state = nextState(proposalLife, proposal.state, actOfOutcome[said.outcome]);
    await tx.insert(eligibilityDecisions).values({
      proposalId: id,
      outcome: said.outcome,
      reason: said.reason,
      toApplicant: said.outcome === "ineligible" ? said.toApplicant : "",
      decidedBy: actor.person ?? "",
      decidedAt: now,
    });
    await tx.update(proposals).set({ state }).where(eq(proposals.id, id));
    await record(tx, actor, now, "eligibility decided", { kind: "proposal", id }, said);
  });
}
