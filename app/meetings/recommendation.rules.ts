import { no, type Verdict, yes } from "~/values/verdict";
import type { Outcome } from "./outcome";
import { type Scoring, scoredOrClosed } from "./scored.rules";

type Standing = { state: string; scoring: Scoring; decision: { outcome: string; reason: string } | null };

/**
 * Whether the advisory group's advice may be written down: while the proposal is in review, once a review of it is
 * locked or scoring has closed, and not so that a decision that was taken would depart from it without a reason.
 */
export function advisable(advised: Outcome, { state, scoring, decision }: Standing, now: Date): Verdict {
  if (state !== "in_review") return no("proposal_is_not_in_review");
  const scored = scoredOrClosed(scoring, now);
  if (!scored.allowed) return scored;
  if (decision && decision.outcome !== advised && decision.reason.trim() === "")
    return no("decision_would_lack_a_reason");
  return yes;
}
