import { no, type Verdict, yes } from "~/values/verdict";
import type { CallDates } from "./call";

/**
 * Whether a submission that arrived at this instant counts. Before the close it does; up to the grace period later only
 * with a token that the server issued to this person before the close. The close itself is already too late.
 */
export function acceptingSubmissions(call: CallDates, now: Date, grace: { issuedAt: Date } | null = null): Verdict {
  const details = { closesAt: call.closesAt.toISOString(), zone: call.zone };
  if (now < call.opensAt)
    return no("call_is_not_open_yet", "not_allowed_now", { opensAt: call.opensAt.toISOString(), zone: call.zone });
  if (now < call.closesAt) return yes;
  const graceEnds = new Date(call.closesAt.getTime() + call.graceMinutes * 60_000);
  if (grace && grace.issuedAt < call.closesAt && now < graceEnds) return yes;
  return no("call_is_closed", "not_allowed_now", details);
}

/** Whether answers may still be changed at this instant. */
export function acceptingEdits(call: CallDates, now: Date): Verdict {
  return acceptingSubmissions(call, now);
}
