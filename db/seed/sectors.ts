export const sectors = ["academic", "ngo", "private", "public"] as const;
export type Sector = (typeof sectors)[number];

/** Shares out a whole number by weights; the largest remainders get what is left. */
export function shareOut<T>(total: number, weights: readonly (readonly [T, number])[]): [T, number][] {
  const sum = weights.reduce((all, [, weight]) => all + weight, 0);
  const exact = weights.map(([thing, weight]) => ({ thing, share: (total * weight) / sum }));
  const given = exact.map(({ share }) => Math.floor(share));
  let left = total - given.reduce((all, share) => all + share, 0);
  const order = exact.map(({ share }, index) => ({ index, rest: share - Math.floor(share) }));
  order.sort((one, other) => other.rest - one.rest || one.index - other.index);
  for (const { index } of order) {
    if (left-- <= 0) break;
    given[index] = (given[index] ?? 0) + 1;
  }
  return exact.map(({ thing }, index) => [thing, given[index] ?? 0]);
}

/** The same, laid out one by one. */
export function dealt<T>(total: number, weights: readonly (readonly [T, number])[]): T[] {
  return shareOut(total, weights).flatMap(([thing, count]) => Array<T>(count).fill(thing));
}
