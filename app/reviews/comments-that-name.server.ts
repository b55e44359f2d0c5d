import { and, asc, eq, isNotNull, isNull, ne } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { assignments } from "#db/schema/assignments";
import { proposals } from "#db/schema/proposals";
import { commentVerdicts, reviews } from "#db/schema/reviews";
import { namesToLookFor } from "~/identities/names-to-look-for.server";
import { recogniser } from "./named-in-comments";

/** A comment that would tell an applicant who reviews, and what in it does. */
export type CommentThatNames = {
  assignment: string;
  proposal: string;
  title: string;
  pseudonym: string;
  found: string[];
};

/**
 * What finds the members of a call's advisory group in a comment, also those whose names this officer is not shown. Looking
 * is a disclosure of their names.
 */
export async function recogniserOfCall(tx: Tx, call: string, now: Date) {
  return recogniser(await namesToLookFor(tx, call, now));
}

/**
 * The comments that would leave with the decisions of a call and name somebody of its advisory group, as long as no
 * officer said what becomes of them.
 */
export async function commentsThatName(tx: Tx, call: string, now: Date): Promise<CommentThatNames[]> {
  const rows = await tx
    .select({
      assignment: assignments.id,
      author: assignments.reviewer,
      proposal: proposals.id,
      title: proposals.title,
      pseudonym: assignments.pseudonym,
      text: reviews.toApplicant,
    })
    .from(reviews)
    .innerJoin(assignments, and(eq(assignments.id, reviews.assignmentId), eq(assignments.state, "locked")))
    .innerJoin(proposals, and(eq(proposals.id, assignments.proposalId), eq(proposals.state, "in_review")))
    .leftJoin(commentVerdicts, eq(commentVerdicts.assignmentId, assignments.id))
    .where(
      and(
        eq(assignments.callId, call),
        isNotNull(reviews.lockedAt),
        ne(reviews.toApplicant, ""),
        isNull(commentVerdicts.outcome),
      ),
    )
    .orderBy(asc(proposals.title), asc(assignments.pseudonym));
  if (rows.length === 0) return [];
  const named = await recogniserOfCall(tx, call, now);
  return rows.flatMap(({ author, text, ...comment }) => {
    const found = named({ author, text });
    return found.length > 0 ? [{ ...comment, found }] : [];
  });
}
