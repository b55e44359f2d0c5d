import { eq } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import type { Tx } from "#db/connections/side.server";
import { assignments } from "#db/schema/assignments";
import { releases } from "#db/schema/decisions";
import { commentVerdicts, reviews } from "#db/schema/reviews";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { record } from "~/audit/record.server";
import { heldAgainstRelease } from "~/proposals/held-against-release.server";
import { Refusal } from "~/values/refusal";
import { must } from "~/values/verdict";
import { type CommentOutcome, commentResolvable } from "./comment.rules";

/** A review of this id as the officer may see it, and whether its call was told; the comment as it stands. */
export async function commentInHand(tx: Tx, assignment: string) {
  const [found] = await tx
    .select({
      proposal: assignments.proposalId,
      call: assignments.callId,
      author: assignments.reviewer,
      pseudonym: assignments.pseudonym,
      state: assignments.state,
      toApplicant: reviews.toApplicant,
      releasedAt: releases.releasedAt,
    })
    .from(assignments)
    .innerJoin(reviews, eq(reviews.assignmentId, assignments.id))
    .leftJoin(releases, eq(releases.callId, assignments.callId))
    .where(eq(assignments.id, assignment));
  if (!found) throw new Refusal("not_found", "not_found");
  const { state, releasedAt, ...comment } = found;
  return { ...comment, locked: state === "locked", released: releasedAt !== null };
}

/**
 * An officer withholds the comment of a review from its applicant, with a reason, or says that it may be told; neither
 * letter nor page tells what is withheld. She may think again until the release. The comment itself stays as it was
 * written. Refuses a review that is not locked (review_is_not_locked), one without a comment (comment_is_empty), and
 * after the release (decisions_are_released).
 */
export function resolveComment(
  actor: Actor,
  assignment: string,
  { outcome, because }: { outcome: CommentOutcome; because: string },
  now: Date,
): Promise<void> {
  return managing.transaction(actor.person, async (tx) => {
    must(may(actor, "withhold a comment"));
    const { proposal } = await commentInHand(tx, assignment);
    await heldAgainstRelease(tx, proposal);
    must(commentResolvable(await commentInHand(tx, assignment)));
    const verdict = { outcome, because, resolvedBy: actor.person ?? "", resolvedAt: now };
    await tx
      .insert(commentVerdicts)
      .values({ assignmentId: assignment, ...verdict })
      .onConflictDoUpdate({ target: commentVerdicts.assignmentId, set: verdict });
    const act = outcome === "withheld" ? "comment withheld" : "comment let through";
    await record(tx, actor, now, act, { kind: "assignment", id: assignment });
  });
}
