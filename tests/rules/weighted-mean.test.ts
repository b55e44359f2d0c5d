import { describe, expect, it } from "vitest";
import type { Rubric } from "~/calls/rubric";
import { ranked } from "~/reviews/ranking";
import { meanOfProposal, meanOfReview } from "~/reviews/weighted-mean";

const rubric: Rubric = {
  scale: { least: 1, most: 6, step: 1, better: "high" },
  criteria: [
    { id: "use", weight: 50 },
    { id: "quality", weight: 30, threshold: 4 },
    { id: "ethics", weight: 20 },
  ],
  tieOrder: ["quality", "use"],
};
const sheet = (values: Record<string, number | null>) =>
  Object.fromEntries(
    Object.entries(values).map(([id, value]) => [
      id,
      { value, unableBecause: value === null ? "outside my field" : null },
    ]),
  );

describe("the weighted mean of a review", () => {
  it("weighs every criterion", () => {
    expect(meanOfReview(sheet({ use: 6, quality: 3, ethics: 4 }), rubric)).toBeCloseTo(4.7, 10);
  });

  it("renormalises the weights over what has a score: missing is never zero", () => {
    expect(meanOfReview(sheet({ use: 6, quality: null, ethics: 2 }), rubric)).toBeCloseTo((50 * 6 + 20 * 2) / 70, 10);
    expect(meanOfReview(sheet({ use: 5 }), rubric)).toBe(5);
  });

  it("does not count with less than half of the weight, and counts with exactly half", () => {
    expect(meanOfReview(sheet({ quality: 6, ethics: null }), rubric)).toBeNull();
    expect(meanOfReview(sheet({ use: 4 }), rubric)).toBe(4);
    expect(meanOfReview(sheet({ quality: 6, ethics: 6 }), rubric)).toBe(6);
    expect(meanOfReview({}, rubric)).toBeNull();
  });
});

describe("the mean of a proposal", () => {
  it("is taken over counting reviews only; thresholds over all reviewers of a criterion", () => {
    const mean = meanOfProposal([sheet({ use: 6, quality: 3, ethics: 4 }), sheet({ quality: 4 }), sheet({})], rubric);
    expect(mean).toMatchObject({ counting: 1, reviews: 3, missed: ["quality"] });
    expect(mean.mean).toBeCloseTo(4.7, 10);
    expect(mean.byCriterion).toEqual({ use: 6, quality: 3.5, ethics: 4 });
  });

  it("has no mean and misses nothing where nobody scored", () => {
    expect(meanOfProposal([], rubric)).toMatchObject({ mean: null, counting: 0, missed: [] });
  });

  it("reads thresholds the other way round where low is good", () => {
    const low: Rubric = { ...rubric, scale: { least: 1, most: 9, step: 1, better: "low" }, totalThreshold: 3 };
    expect(meanOfProposal([sheet({ use: 2, quality: 4, ethics: 1 })], low).missed).toEqual([]);
    expect(meanOfProposal([sheet({ use: 5, quality: 5, ethics: 1 })], low).missed).toEqual(["quality", "total"]);
  });
});

describe("a threshold that is met exactly", () => {
  const weights = [30, 25, 20, 15, 10];
  const criteria = weights.map((weight, index) => ({ id: `c${index}`, weight }));
  let seed = 11;
  const score = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return 1 + (seed % 6);
  };

  it.each(["high", "low"] as const)("is never missed by a rounding of the sums, where %s is good", (better) => {
    let exact = 0;
    for (let made = 0; made < 20_000; made++) {
      const reviews = Array.from({ length: 3 }, () => weights.map(score));
      const hundredths = reviews.flat().reduce((sum, value, index) => sum + value * weights[index % 5]!, 0);
      if (hundredths % 30 !== 0) continue;
      exact += 1;
      const rubric: Rubric = {
        scale: { least: 1, most: 6, step: 1, better },
        criteria,
        tieOrder: [],
        totalThreshold: hundredths / 300,
      };
      const sheets = reviews.map((values) =>
        sheet(Object.fromEntries(values.map((value, index) => [`c${index}`, value]))),
      );
      expect(meanOfProposal(sheets, rubric).missed).toEqual([]);
      const stricter = better === "high" ? hundredths / 300 + 0.001 : hundredths / 300 - 0.001;
      expect(meanOfProposal(sheets, { ...rubric, totalThreshold: stricter }).missed).toEqual(["total"]);
    }
    expect(exact).toBeGreaterThan(1000);
  });
});

describe("the ranking", () => {
  const row = (id: string, values: Record<string, number | null>) => ({
    id,
    mean: meanOfProposal([sheet(values)], rubric),
  });

  it("puts the better mean first, breaks ties by the rubric, shares ranks, and leaves out what has no mean", () => {
    const rows = ranked(
      [
        row("none", { quality: 6 }),
        row("b", { use: 4, quality: 4, ethics: 4 }),
        row("a", { use: 4, quality: 4, ethics: 4 }),
        row("tied-but-better-quality", { use: 3.4, quality: 5, ethics: 4 }),
        row("best", { use: 6, quality: 6, ethics: 6 }),
      ],
      rubric,
    );
    expect(rows.map(({ id, rank }) => [id, rank])).toEqual([
      ["best", 1],
      ["tied-but-better-quality", 2],
      ["a", 3],
      ["b", 3],
      ["none", null],
    ]);
  });

  it.each(["high", "low"] as const)(
    "gives one rank where only the rounding of sums differs, where %s is good",
    (better) => {
      const of = (id: string, mean: number, quality: number) => ({
        ...row(id, {}),
        mean: { ...row(id, {}).mean, mean, byCriterion: { quality, use: 4 } },
      });
      const rows = [of("a", 4.1000000000000005, 3), of("b", 4.1, 3.0000000000000004), of("c", 4.1, 3)];
      const ranks = ranked(rows, { ...rubric, scale: { ...rubric.scale, better } }).map(({ id, rank }) => [id, rank]);
      expect(ranks).toEqual([
        ["a", 1],
        ["b", 1],
        ["c", 1],
      ]);
    },
  );

  it("turns round where low is good", () => {
    const low: Rubric = { ...rubric, scale: { ...rubric.scale, better: "low" } };
    const rows = ranked(
      [row("high", { use: 6, quality: 6, ethics: 6 }), row("low", { use: 1, quality: 1, ethics: 1 })],
      low,
    );
    expect(rows.map(({ id }) => id)).toEqual(["low", "high"]);
  });
});
