import { describe, expect, it } from "vitest";
import { demoRubric } from "#db/seed/call/rubric";
import { generateFund } from "#db/seed/fund";
import { randomFrom } from "#db/seed/random";
import { intraclassCorrelation, normalQuantile, spreadOut } from "#db/seed/scores";
import { meanOfReview } from "~/reviews/weighted-mean";

const now = new Date("2026-11-20T10:00:00Z");

/** Weighted means of the locked reviews of 2021, by proposal and by reviewer. */
function meansOf(seed: number) {
  const { rows, calls } = generateFund({ seed, now });
  const given = new Map<string, Record<string, { value: number | null; unableBecause: string | null }>>();
  for (const { assignmentId, criterion, value } of rows.scores) {
    given.set(assignmentId, { ...given.get(assignmentId), [criterion]: { value: value ?? null, unableBecause: null } });
  }
  const byProposal = new Map<string, number[]>();
  const byReviewer = new Map<string, number[]>();
  for (const { id, proposalId, reviewer, state, callId } of rows.assignments) {
    if (callId !== calls.past || state !== "locked") continue;
    const mean = meanOfReview(given.get(id) ?? {}, demoRubric);
    if (mean === null) continue;
    byProposal.set(proposalId, [...(byProposal.get(proposalId) ?? []), mean]);
    byReviewer.set(reviewer, [...(byReviewer.get(reviewer) ?? []), mean]);
  }
  return { rows, byProposal: [...byProposal.values()], byReviewer: [...byReviewer.values()] };
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: number[]) => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));

describe("the model of scores", () => {
  it("gives one rater an intraclass correlation near 0.35, whatever the seed", () => {
    const found = [2021, 1, 2, 3].map((seed) => intraclassCorrelation(meansOf(seed).byProposal));
    for (const correlation of found) expect(correlation).toBeGreaterThan(0.25);
    for (const correlation of found) expect(correlation).toBeLessThan(0.45);
    expect(Math.abs(mean(found) - 0.35)).toBeLessThan(0.05);
    expect(Math.abs((found[0] ?? 0) - 0.35)).toBeLessThan(0.05);
  });

  it("has reviewers whose severity differs by about half a point, and leaves 4 % open", () => {
    const { rows, byReviewer } = meansOf(2021);
    const severity = deviation(byReviewer.map(mean));
    expect(severity).toBeGreaterThan(0.4);
    expect(severity).toBeLessThan(0.65);
    const open = rows.scores.filter(({ value }) => value === null);
    expect(open.length / rows.scores.length).toBeGreaterThan(0.03);
    expect(open.length / rows.scores.length).toBeLessThan(0.05);
    for (const { unableBecause } of open) expect(unableBecause).toBeTruthy();
    for (const { value } of rows.scores) if (value != null) expect([1, 2, 3, 4, 5, 6]).toContain(value);
  });

  it("writes comments that differ, and fit both readers", () => {
    const { rows } = meansOf(2021);
    const locked = rows.reviews.filter(({ lockedAt }) => lockedAt);
    for (const { toAdvisoryGroup, toApplicant } of locked) {
      expect(toAdvisoryGroup?.length).toBeGreaterThan(60);
      expect(toApplicant?.length).toBeGreaterThan(60);
    }
    expect(new Set(locked.map(({ toApplicant }) => toApplicant)).size).toBeGreaterThan(locked.length * 0.98);
  });
});

describe("the statistics behind it", () => {
  it("know the normal distribution", () => {
    expect(normalQuantile(0.5)).toBeCloseTo(0, 8);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 5);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232, 5);
  });

  it("spread values exactly", () => {
    expect(deviation(spreadOut(randomFrom(1), 24, 0.5))).toBeCloseTo(0.5, 6);
  });

  it("tell agreement from noise", () => {
    expect(
      intraclassCorrelation([
        [1, 1, 1],
        [5, 5, 5],
        [3, 3, 3],
      ]),
    ).toBeCloseTo(1, 6);
    expect(
      intraclassCorrelation([
        [1, 5],
        [5, 1],
        [1, 5],
        [5, 1],
      ]),
    ).toBeLessThan(0);
  });
});
