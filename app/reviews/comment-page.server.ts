import { eq } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import { calls } from "#db/schema/calls";
import { proposals } from "#db/schema/proposals";
import { commentVerdicts } from "#db/schema/reviews";
import { textsFor } from "~/calls/call-texts";
import { disclose } from "~/identities/disclose.server";
import type { PersonRef } from "~/values/person-ref";
import { type CommentOutcome, commentResolvable } from "./comment.rules";
import { recogniserOfCall } from "./comments-that-name.server";
import { commentInHand } from "./resolve-comment.server";

/** One comment as its applicant would read it, what in it names the advisory group, and what was resolved about it. */
export function commentPage(officer: PersonRef, assignment: string, now: Date, locale: string) {
  return managing.transaction(officer, async (tx) => {
    const comment = await commentInHand(tx, assignment);
    const [about] = await tx
      .select({ title: proposals.title, slug: calls.slug, texts: calls.texts, zone: calls.zone })
      .from(proposals)
      .innerJoin(calls, eq(calls.id, proposals.callId))
      .where(eq(proposals.id, comment.proposal));
    const [verdict] = await tx.select().from(commentVerdicts).where(eq(commentVerdicts.assignmentId, assignment));
    const found = (await recogniserOfCall(tx, comment.call, now))({
      author: comment.author,
      text: comment.toApplicant,
    });
    const by = verdict?.resolvedBy as PersonRef | undefined;
    const people = await disclose(tx, by ? [by] : [], "decision", now);
    const open = commentResolvable(comment);
    return {
      assignment,
      proposal: comment.proposal,
      title: about?.title ?? "",
      slug: about?.slug ?? "",
      zone: about?.zone ?? "UTC",
      callTitle: about ? textsFor(about.texts, locale).texts.title : "",
      pseudonym: comment.pseudonym,
      toApplicant: comment.toApplicant,
      found,
      stands: open.allowed ? null : open.because,
      verdict: verdict
        ? {
            outcome: verdict.outcome as CommentOutcome,
            because: verdict.because,
            at: verdict.resolvedAt,
            by: by ? (people.get(by)?.name ?? "") : "",
          }
        : null,
    };
  });
}
