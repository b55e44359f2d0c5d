import type { Rubric } from "~/calls/rubric";
import type { Random } from "./random";

/** Spreads of the model, in points of the scale. Together they give one rater's intraclass correlation near 0.35. */
const spread = { proposal: 0.62, reviewer: 0.5, review: 0.56, criterion: 0.5, reading: 0.55 };
const center = 3.9;
const missing = 0.04;

/** The quantile of the normal distribution (Acklam's approximation, good to 1e-9 of what is needed here). */
export function normalQuantile(probability: number): number {
  const a = [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
  ];
  const b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572];
  const c = [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ];
  const d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];
  const polynomial = (of: number[], x: number) => of.reduce((sum, factor) => sum * x + factor, 0);
  if (probability < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(probability));
    return polynomial(c, q) / (polynomial(d, q) * q + 1);
  }
  if (probability > 1 - 0.02425) return -normalQuantile(1 - probability);
  const q = probability - 0.5;
  const r = q * q;
  return (polynomial(a, r) * q) / (polynomial(b, r) * r + 1);
}

const normal = (random: Random) => normalQuantile(Math.min(1 - 1e-9, Math.max(1e-9, random.next())));

/** Normal values in random order whose spread is exact however few there are. */
export function spreadOut(random: Random, count: number, deviation: number): number[] {
  const values = Array.from({ length: count }, (_, index) => normalQuantile((index + 0.5) / count));
  const actual = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / Math.max(1, count)) || 1;
  return random.shuffled(values.map((value) => (value / actual) * deviation));
}

export type ScoreModel = {
  /** Scores of one review by criterion; null is "not able to judge". */
  review(random: Random, proposal: number, reviewer: number): Record<string, number | null>;
};

/** Quality of proposals, severity of reviewers, and what each review adds by chance. */
export function scoreModel(random: Random, size: { proposals: number; reviewers: number }, rubric: Rubric): ScoreModel {
  const quality = spreadOut(random.fork("quality"), size.proposals, spread.proposal);
  const severity = spreadOut(random.fork("severity"), size.reviewers, spread.reviewer);
  const strengths = quality.map((_, proposal) => {
    const own = random.fork(`strengths/${proposal}`);
    return rubric.criteria.map(() => normal(own) * spread.criterion);
  });
  const { least, most } = rubric.scale;
  return {
    review(own, proposal, reviewer) {
      const mood = normal(own) * spread.review;
      const base = center + (quality[proposal] ?? 0) - (severity[reviewer] ?? 0) + mood;
      const given = rubric.criteria.map(({ id }, index) => {
        const exact = base + (strengths[proposal]?.[index] ?? 0) + normal(own) * spread.reading;
        return [id, own.chance(missing) ? null : Math.min(most, Math.max(least, Math.round(exact)))];
      });
      return Object.fromEntries(given);
    },
  };
}

/** One rater's intraclass correlation, one-way: groups are proposals, values their reviews. */
export function intraclassCorrelation(groups: readonly (readonly number[])[]): number {
  const filled = groups.filter((group) => group.length > 0);
  const values = filled.flat();
  const mean = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0) / of.length;
  const grand = mean(values);
  const between =
    filled.reduce((sum, group) => sum + group.length * (mean(group) - grand) ** 2, 0) / (filled.length - 1);
  const within =
    filled.reduce((sum, group) => sum + group.reduce((all, value) => all + (value - mean(group)) ** 2, 0), 0) /
    (values.length - filled.length);
  const size =
    (values.length - filled.reduce((sum, group) => sum + group.length ** 2, 0) / values.length) / (filled.length - 1);
  return (between - within) / (between + (size - 1) * within);
}
