import type { Rubric } from "~/calls/rubric";
import type { ScoreGiven } from "./review";

type Scores = Record<string, ScoreGiven>;

/**
 * The weighted mean of one review over the criteria that have a score, weights renormalised; null where less than half
 * of the weight has a score. Missing is never zero. (The fund's definition of "Weighted mean".)
 */
export function meanOfReview(scores: Scores, { criteria }: Rubric): number | null {
  const whole = criteria.reduce((sum, { weight }) => sum + weight, 0);
  let weighted = 0;
  let judged = 0;
  for (const { id, weight } of criteria) {
    const value = scores[id]?.value ?? null;
    if (value === null) continue;
    weighted += weight * value;
    judged += weight;
  }
  return judged * 2 < whole || judged === 0 ? null : weighted / judged;
}

const mean = (values: number[]) =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Means closer than this are the same number, whatever the rounding of their sums. */
export const asGood = 1e-9;

export type ProposalMean = {
  /** The mean over the reviews that count, or null where none does. */
  mean: number | null;
  counting: number;
  reviews: number;
  /** The mean of each criterion over its reviewers. */
  byCriterion: Record<string, number | null>;
  /** Criteria whose mean misses their threshold; "total" where the whole does. */
  missed: string[];
};

/** The mean of a proposal over its counting reviews, with the thresholds its criteria miss. */
export function meanOfProposal(reviews: readonly Scores[], rubric: Rubric): ProposalMean {
  const means = reviews.map((scores) => meanOfReview(scores, rubric));
  const counting = means.filter((value): value is number => value !== null);
  const total = mean(counting);
  const byCriterion = Object.fromEntries(
    rubric.criteria.map(({ id }) => [
      id,
      mean(reviews.map((scores) => scores[id]?.value ?? null).filter((value): value is number => value !== null)),
    ]),
  );
  const misses = (value: number | null, threshold: number | undefined) => {
    if (threshold === undefined || value === null) return false;
    return (rubric.scale.better === "high" ? threshold - value : value - threshold) > asGood;
  };
  const missed = rubric.criteria
    .filter(({ id, threshold }) => misses(byCriterion[id] ?? null, threshold))
    .map(({ id }) => id);
  if (misses(total, rubric.totalThreshold)) missed.push("total");
  return { mean: total, counting: counting.length, reviews: reviews.length, byCriterion, missed };
}
