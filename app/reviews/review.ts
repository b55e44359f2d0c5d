/** A score as a reviewer gives it: a value on the rubric's scale, or "not able to judge" with a reason. */
export type ScoreGiven = { value: number | null; unableBecause: string | null };

/** A review as it stands: scores by criterion, the two comments, and when it was saved and locked. */
export type ScoreSheet = {
  scores: Record<string, ScoreGiven>;
  toAdvisoryGroup: string;
  toApplicant: string;
  version: number;
  savedAt: Date | null;
  lockedAt: Date | null;
};

/** The longest comment, in characters. */
export const longestComment = 6000;

/** What a reviewer hands in; a criterion or comment that is absent stays as it is. */
export type SheetChange = {
  scores: Record<string, ScoreGiven>;
  comments?: { toAdvisoryGroup?: string; toApplicant?: string };
  /** The marks of the comments a form may be based on, where it says so: what changed since is not written over. */
  basedOn?: { toAdvisoryGroup?: string[]; toApplicant?: string[] };
};
