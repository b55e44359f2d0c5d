import { no, type Verdict, yes } from "~/values/verdict";
import type { Outcome } from "./outcome";

type Standing = { state: string; decision: { outcome: string; reason: string } | null };

/**
 * Whether the advisory group's advice may be written down: while the proposal is in review, and not so that a decision
 * that was taken would depart from it without a reason.
 */
export function advisable(advised: Outcome, { state, decision }: Standing): Verdict {
  if (state !== "in_review") return no("proposal_is_not_in_review");
  if (decision && decision.outcome !== advised && decision.reason.trim() === "")
    return no("decision_would_lack_a_reason");
  return yes;
}
