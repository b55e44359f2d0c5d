import type { CallDates } from "~/calls/call";
import { proposalLife } from "~/proposals/proposal.states";
import { leadsOn } from "~/values/state-table";
import { no, type Verdict, yes } from "~/values/verdict";
import type { EligibilityOutcome } from "./eligibility";

/** What each outcome does in the life of a proposal. */
export const actOfOutcome = {
  eligible: "declare_eligible",
  ineligible: "declare_ineligible",
  reinstated: "reinstate",
} as const satisfies Record<EligibilityOutcome, string>;

/**
 * Whether proposals of a call may be checked and cleared yet: only once nothing more can arrive, the grace period
 * included, so that nobody is judged on a version she may still replace.
 */
export function checkable(call: CallDates, now: Date): Verdict {
  const lastArrival = new Date(call.closesAt.getTime() + call.graceMinutes * 60_000);
  if (now >= lastArrival) return yes;
  return no("call_is_still_open", "not_allowed_now", { at: lastArrival.toISOString(), zone: call.zone });
}

/** What an officer can say of a proposal in this state. */
export function possibleOutcomes(state: string): EligibilityOutcome[] {
  const outcomes = Object.keys(actOfOutcome) as EligibilityOutcome[];
  return outcomes.filter((outcome) => leadsOn(proposalLife, state, actOfOutcome[outcome]));
}
