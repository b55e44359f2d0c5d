import { and, count, eq, gt, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { assignments } from "#db/schema/assignments";
import { decisions, releases } from "#db/schema/decisions";
import { proposals } from "#db/schema/proposals";
import { reviews } from "#db/schema/reviews";
import { type CommentThatNames, commentsThatName } from "~/reviews/comments-that-name.server";

export type ReleaseFacts = {
  /** Proposals in review that nobody has decided on. */
  undecided: number;
  /** Proposals that nobody has checked, or cleared for review. */
  waiting: number;
  decided: number;
  /** Proposals that were found not eligible; their applicants are told so at the release. */
  ineligible: number;
  /** Reviews of proposals in review that nobody has locked; from the preparation on none can be. */
  openReviews: number;
  /** Locked reviews whose reviewers stepped aside since the release was prepared: they count no longer. */
  steppedAside: number;
  /** Comments that name somebody of the advisory group, and of which nobody said what becomes of them. */
  naming: CommentThatNames[];
  preparedBy: string | null;
  preparedAt: Date | null;
  releasedAt: Date | null;
};

/** What stands between a call and its release. Looking discloses the names of the advisory group to the search for them. */
export async function releaseFacts(tx: Tx, call: string, now: Date): Promise<ReleaseFacts> {
  const [counts] = await tx
    .select({
      undecided: sql<number>`count(*) filter (where ${proposals.state} = 'in_review' and ${decisions.proposalId} is null)::int`,
      waiting: sql<number>`count(*) filter (where ${proposals.state} in ('submitted', 'eligible'))::int`,
      decided: sql<number>`count(${decisions.proposalId}) filter (where ${proposals.state} = 'in_review')::int`,
      ineligible: sql<number>`count(*) filter (where ${proposals.state} = 'ineligible')::int`,
    })
    .from(proposals)
    .leftJoin(decisions, eq(decisions.proposalId, proposals.id))
    .where(eq(proposals.callId, call));
  const [release] = await tx.select().from(releases).where(eq(releases.callId, call));
  const [since] = release
    ? await tx
        .select({ steppedAside: count() })
        .from(assignments)
        .innerJoin(reviews, eq(reviews.assignmentId, assignments.id))
        .where(
          and(
            eq(assignments.callId, call),
            eq(assignments.state, "recused"),
            gt(assignments.recusedAt, release.preparedAt),
            isNotNull(reviews.lockedAt),
          ),
        )
    : [];
  const [open] = await tx
    .select({ reviews: count() })
    .from(assignments)
    .innerJoin(proposals, and(eq(proposals.id, assignments.proposalId), eq(proposals.state, "in_review")))
    .where(and(eq(assignments.callId, call), eq(assignments.state, "assigned")));
  return {
    naming: release?.releasedAt ? [] : await commentsThatName(tx, call, now),
    openReviews: open?.reviews ?? 0,
    steppedAside: since?.steppedAside ?? 0,
    undecided: counts?.undecided ?? 0,
    waiting: counts?.waiting ?? 0,
    decided: counts?.decided ?? 0,
    ineligible: counts?.ineligible ?? 0,
    preparedBy: release?.preparedBy ?? null,
    preparedAt: release?.preparedAt ?? null,
    releasedAt: release?.releasedAt ?? null,
  };
}
