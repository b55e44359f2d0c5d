import { no, type Verdict, yes } from "~/values/verdict";

export type Scoring = { lockedReviews: number; scoringClosesAt: Date };

/**
 * Whether there is anything to advise or decide on: a locked review. While scoring is open, what nobody has scored waits
 * (nothing_is_scored). From its close on no more reviews can be hoped for, and the fund may still resolve what nobody
 * could review: nothing may be left that can never be told.
 */
export function scoredOrClosed({ lockedReviews, scoringClosesAt }: Scoring, now: Date): Verdict {
  return lockedReviews === 0 && now < scoringClosesAt ? no("nothing_is_scored") : yes;
}
