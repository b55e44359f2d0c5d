import type { Outcome } from "~/meetings/outcome";
import { type Scoring, scoredOrClosed } from "~/meetings/scored.rules";
import { no, type Verdict, yes } from "~/values/verdict";

export type DecisionAsked = {
  decision: { outcome: Outcome; amountMinor: number | null; reason: string };
  proposal: { state: string; requestedMinor: number | null };
  scoring: Scoring;
  recommended: Outcome | null;
  call: { budgetMinor: number; floorMinor: number; ceilingMinor: number; prepared: boolean; released: boolean };
  /** What other proposals of the call were awarded, in minor units of its currency. */
  awardedElsewhereMinor: number;
};

/** Whether a proposal can be decided on at all, whatever is resolved: in review, and before a release is prepared. */
export function openToDecide(facts: { released: boolean; prepared: boolean; state: string }): Verdict {
  if (facts.released) return no("decisions_are_released");
  if (facts.prepared) return no("release_is_prepared");
  return facts.state === "in_review" ? yes : no("proposal_is_not_in_review");
}

/**
 * Whether the fund may resolve so: only in review, once a review is locked or scoring has closed, after the advisory
 * group advised, before a release is prepared. An award stays between floor and ceiling of the call and inside its budget;
 * a departure from the advice needs a reason, and so does an award of more than was asked for.
 */
export function decidable(asked: DecisionAsked, now: Date): Verdict {
  const { decision, proposal, scoring, recommended, call, awardedElsewhereMinor } = asked;
  const open = openToDecide({ ...call, state: proposal.state });
  if (!open.allowed) return open;
  const scored = scoredOrClosed(scoring, now);
  if (!scored.allowed) return scored;
  if (!recommended) return no("recommendation_is_missing");
  if (decision.outcome !== recommended && decision.reason.trim() === "") {
    return no("departure_needs_a_reason", "invalid", { fields: { reason: "departure_needs_a_reason" } });
  }
  if (decision.outcome !== "award")
    return decision.amountMinor === null ? yes : amountProblem("only_an_award_has_an_amount");
  if (decision.amountMinor === null || decision.amountMinor <= 0) return amountProblem("amount_is_missing");
  if (decision.amountMinor < call.floorMinor) return amountProblem("amount_is_below_the_floor");
  if (decision.amountMinor > call.ceilingMinor) return amountProblem("amount_is_above_the_ceiling");
  const more = proposal.requestedMinor !== null && decision.amountMinor > proposal.requestedMinor;
  if (more && decision.reason.trim() === "") {
    return no("more_than_asked_needs_a_reason", "invalid", { fields: { reason: "more_than_asked_needs_a_reason" } });
  }
  if (awardedElsewhereMinor + decision.amountMinor > call.budgetMinor) return amountProblem("budget_is_exceeded");
  return yes;
}

const amountProblem = (because: string) => no(because, "invalid", { fields: { amount: because } });

type ReadyFacts = {
  undecided: number;
  waiting: number;
  decided: number;
  ineligible: number;
  steppedAside: number;
  /** Comments that would tell an applicant who reviews. */
  naming: readonly unknown[];
  releasedAt: Date | null;
};

/**
 * Whether the decisions of a call may be told: everything submitted was checked, what is eligible was cleared for review,
 * what is in review is decided, and nothing was told yet. What is forgotten now could never be told. A call in which
 * nothing was eligible has that to tell. Who steps aside after the preparation takes her review out of the ranking that
 * the decisions were read against: it is looked at and prepared anew. A comment that names a reviewer is told only after an
 * officer said so.
 */
export function releasable(facts: ReadyFacts): Verdict {
  if (facts.releasedAt) return no("decisions_are_released");
  if (facts.steppedAside > 0) return no("reviewer_stepped_aside_since", "not_allowed_now");
  if (facts.waiting > 0) return no("proposals_are_waiting", "not_allowed_now", { waiting: facts.waiting });
  if (facts.undecided > 0) return no("proposals_are_undecided", "not_allowed_now", { undecided: facts.undecided });
  if (facts.decided + facts.ineligible === 0) return no("nothing_is_decided");
  if (facts.naming.length > 0) return no("comments_name_reviewers", "not_allowed_now", { naming: facts.naming.length });
  return yes;
}

/**
 * Whether a release may be prepared: what is not locked by then does not count, so whoever ends reviews that are still open
 * says that she means to.
 */
export function preparable(facts: ReadyFacts & { openReviews: number }, endsReviews: boolean): Verdict {
  const verdict = releasable(facts);
  if (!verdict.allowed || facts.openReviews === 0 || endsReviews) return verdict;
  return no("open_reviews_would_end", "not_allowed_now", { open: facts.openReviews });
}

/** Whether this officer may release what was prepared: a second officer, never the one who prepared it. */
export function releasableBy(
  officer: string | null,
  release: { preparedBy: string; releasedAt: Date | null },
): Verdict {
  if (release.releasedAt) return no("decisions_are_released");
  if (!officer || officer === release.preparedBy) return no("needs_second_officer");
  return yes;
}
