import { no, type Verdict, yes } from "~/values/verdict";

/** What may be resolved about the comment of a review to its applicant. */
export const commentOutcomes = ["withheld", "told"] as const;
export type CommentOutcome = (typeof commentOutcomes)[number];

type Facts = { locked: boolean; released: boolean; toApplicant: string };

/** Whether a comment may be withheld or let through: it is written for good, and was not told yet. */
export function commentResolvable({ locked, released, toApplicant }: Facts): Verdict {
  if (released) return no("decisions_are_released");
  if (!locked) return no("review_is_not_locked");
  return toApplicant.trim() === "" ? no("comment_is_empty") : yes;
}
