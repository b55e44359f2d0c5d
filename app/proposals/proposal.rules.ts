import type { CallDates } from "~/calls/call";
import { acceptingEdits, acceptingSubmissions } from "~/calls/call.rules";
import type { Answers, Form } from "~/forms/form";
import { missingIn } from "~/forms/form.rules";
import { leadsOn } from "~/values/state-table";
import { no, type Verdict, yes } from "~/values/verdict";
import { proposalLife } from "./proposal.states";

/** States in which the applicants may still change what they wrote. */
const open = new Set(["draft", "submitted"]);

/**
 * Whether answers may be changed: before the close, as long as nobody began to check the proposal. The close is said first:
 * after it the answer is the same, whether somebody began or not.
 */
export function editable(state: string, call: CallDates, now: Date): Verdict {
  const inTime = acceptingEdits(call, now);
  if (!inTime.allowed) return inTime;
  return open.has(state) ? yes : no("proposal_cannot_be_changed");
}

type Handed = { state: string; form: Form; answers: Answers; documents: ReadonlySet<string> };

/**
 * Whether a proposal may be handed in, judged by the instant of arrival: in time (or in the grace period with a token
 * from before the close) and complete. What is missing comes with the refusal, question by question. That it is too late
 * is said before anything that tells what became of the proposal.
 */
export function submittable(
  { state, form, answers, documents }: Handed,
  call: CallDates,
  now: Date,
  grace: { issuedAt: Date } | null,
): Verdict {
  const inTime = acceptingSubmissions(call, now, grace);
  if (!inTime.allowed) return inTime;
  if (!open.has(state)) return no("proposal_cannot_be_changed");
  const missing = missingIn(form, answers, documents);
  if (missing.length === 0) return yes;
  return no("proposal_is_incomplete", "invalid", {
    fields: Object.fromEntries(missing.map(({ question, because }) => [question, because])),
    missing,
  });
}

/** Whether a proposal may be thrown away: only what was never handed in. */
export function discardable(state: string): Verdict {
  return leadsOn(proposalLife, state, "abandon") ? yes : no("proposal_is_no_draft");
}

/** Whether a draft that was thrown away may be taken up again: as long as it could still be handed in. */
export function takeable(state: string, call: CallDates, now: Date): Verdict {
  return leadsOn(proposalLife, state, "take_up") ? acceptingEdits(call, now) : no("proposal_is_not_discarded");
}

/**
 * Whether a proposal may be withdrawn: once it was handed in and until an award is accepted. One that was found
 * ineligible may too, or the missing button would tell its applicants before the fund does; once they were told, there
 * is nothing left to take back.
 */
export function withdrawable(state: string, toldIneligible = false): Verdict {
  return !toldIneligible && leadsOn(proposalLife, state, "withdraw") ? yes : no("proposal_cannot_be_withdrawn");
}
