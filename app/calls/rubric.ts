/** How proposals of a call are measured: all of it is data of the call. */
export type Rubric = {
  scale: { least: number; most: number; step: number; better: "high" | "low" };
  criteria: Criterion[];
  /** The total a proposal must reach, on the scale. */
  totalThreshold?: number;
  /** Criteria in the order in which they break a tie. */
  tieOrder: string[];
};

/** A weight in percent; a threshold applies to the criterion's mean over reviewers. */
export type Criterion = { id: string; weight: number; threshold?: number };

/** Every value a reviewer may give, from least to most. */
export function stepsOf({ least, most, step }: Rubric["scale"]): number[] {
  return Array.from({ length: Math.round((most - least) / step) + 1 }, (_, index) => least + index * step);
}
