import type { Rubric } from "~/calls/rubric";
import { asGood, type ProposalMean } from "./weighted-mean";

export type Ranked<Row> = Row & { rank: number | null };

/** Compares two means on a scale: the better one first, a proposal without a mean last. */
function betterFirst(one: number | null, other: number | null, better: Rubric["scale"]["better"]): number {
  if (one === null || other === null) return (one === null ? 1 : 0) - (other === null ? 1 : 0);
  return better === "high" ? other - one : one - other;
}

/**
 * Proposals by weighted mean, ties broken by the criteria the rubric names; those still equal share a rank. A proposal
 * without a counting review has no rank and stands at the end.
 */
export function ranked<Row extends { id: string; mean: ProposalMean }>(
  rows: readonly Row[],
  rubric: Rubric,
): Ranked<Row>[] {
  const { better } = rubric.scale;
  const compare = (one: Row, other: Row) => {
    const difference = betterFirst(one.mean.mean, other.mean.mean, better);
    if (Math.abs(difference) > asGood) return difference;
    for (const criterion of rubric.tieOrder) {
      const next = betterFirst(
        one.mean.byCriterion[criterion] ?? null,
        other.mean.byCriterion[criterion] ?? null,
        better,
      );
      if (Math.abs(next) > asGood) return next;
    }
    return 0;
  };
  const ordered = [...rows].sort((one, other) => compare(one, other) || (one.id < other.id ? -1 : 1));
  let rank = 0;
  return ordered.map((row, index) => {
    const before = ordered[index - 1];
    if (!before || compare(before, row) !== 0) rank = index + 1;
    return { ...row, rank: row.mean.mean === null ? null : rank };
  });
}
