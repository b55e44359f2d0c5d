import { and, asc, eq, isNotNull, or } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { assignments } from "#db/schema/assignments";
import { commentVerdicts, reviews, scores } from "#db/schema/reviews";
import type { Rubric } from "~/calls/rubric";
import type { CommentOutcome } from "./comment.rules";
import type { ScoreGiven } from "./review";
import { meanOfReview } from "./weighted-mean";

/** One locked review as officers read it: by pseudonym, with every word that an applicant may be told. */
export type ReviewRead = {
  assignment: string;
  pseudonym: string;
  /** What was resolved about the comment to the applicant, if anything was. */
  verdict: { outcome: CommentOutcome } | null;
  scores: Record<string, ScoreGiven>;
  /** Its weighted mean, or null where less than half of the weight has a score. */
  mean: number | null;
  toAdvisoryGroup: string;
  toApplicant: string;
};

/** The locked reviews of a proposal, and how many are still open; whoever stepped aside is in neither. */
export async function reviewsOfProposal(
  tx: Tx,
  proposal: string,
  rubric: Rubric,
): Promise<{ read: ReviewRead[]; open: number }> {
  const asked = await tx
    .select({
      assignment: assignments.id,
      pseudonym: assignments.pseudonym,
      state: assignments.state,
      toAdvisoryGroup: reviews.toAdvisoryGroup,
      toApplicant: reviews.toApplicant,
      outcome: commentVerdicts.outcome,
    })
    .from(assignments)
    .leftJoin(reviews, and(eq(reviews.assignmentId, assignments.id), isNotNull(reviews.lockedAt)))
    .leftJoin(commentVerdicts, eq(commentVerdicts.assignmentId, assignments.id))
    .where(
      and(eq(assignments.proposalId, proposal), or(eq(assignments.state, "locked"), eq(assignments.state, "assigned"))),
    )
    .orderBy(asc(assignments.pseudonym));
  const given = await tx
    .select({
      assignment: scores.assignmentId,
      criterion: scores.criterion,
      value: scores.value,
      unableBecause: scores.unableBecause,
    })
    .from(scores)
    .innerJoin(assignments, eq(assignments.id, scores.assignmentId))
    .where(and(eq(assignments.proposalId, proposal), eq(assignments.state, "locked")));
  const locked = asked.filter(({ state }) => state === "locked");
  const read = locked.map(({ assignment, pseudonym, toAdvisoryGroup, toApplicant, outcome }) => {
    const own = given.filter((score) => score.assignment === assignment);
    const sheet = Object.fromEntries(
      own.map(({ criterion, value, unableBecause }) => [criterion, { value, unableBecause }]),
    );
    return {
      assignment,
      pseudonym,
      verdict: outcome ? { outcome: outcome as CommentOutcome } : null,
      scores: sheet,
      mean: meanOfReview(sheet, rubric),
      toAdvisoryGroup: toAdvisoryGroup ?? "",
      toApplicant: toApplicant ?? "",
    };
  });
  return { read, open: asked.length - locked.length };
}
