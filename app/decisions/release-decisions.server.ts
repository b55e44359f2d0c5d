import { randomUUID } from "node:crypto";
import { and, eq, isNull, max, sql } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import type { Tx } from "#db/connections/side.server";
import { awards } from "#db/schema/awards";
import { calls } from "#db/schema/calls";
import { decisions, releases } from "#db/schema/decisions";
import { proposalMembers, proposals } from "#db/schema/proposals";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { record } from "~/audit/record.server";
import type { Outcome } from "~/meetings/outcome";
import { enqueueLetter } from "~/notifications/enqueue-letter.server";
import type { PersonRef } from "~/values/person-ref";
import { Refusal } from "~/values/refusal";
import { must } from "~/values/verdict";
import { awardReference, firstOfNextMonth } from "./award-terms";
import { releasable, releasableBy } from "./decision.rules";
import { mustBeFreeOfConflicts } from "./free-of-conflicts.server";
import { releaseFacts } from "./release.queries.server";
import { tellIneligible } from "./tell-ineligible.server";
import { tellReviewers } from "./tell-reviewers.server";

const stateAfter: Record<Outcome, string> = { award: "awarded", reserve: "reserved", decline: "declined" };

/** What is told, held until it is: a proposal is withdrawn before the release or after it, never in between. */
function decided(tx: Tx, call: string) {
  return tx
    .select({
      proposal: proposals.id,
      outcome: decisions.outcome,
      amountMinor: decisions.amountMinor,
      months: proposals.months,
      investigator: proposalMembers.person,
      slug: calls.slug,
      currency: calls.currency,
    })
    .from(decisions)
    .innerJoin(proposals, eq(proposals.id, decisions.proposalId))
    .innerJoin(calls, eq(calls.id, decisions.callId))
    .innerJoin(
      proposalMembers,
      and(eq(proposalMembers.proposalId, proposals.id), eq(proposalMembers.role, "principal_investigator")),
    )
    .where(and(eq(decisions.callId, call), eq(proposals.state, "in_review")))
    .orderBy(proposals.id)
    .for("update", { of: proposals });
}

/**
 * The instant of a release: never before a withdrawal that it met and so does not tell of. Who asked first says the clock,
 * who came first the lock; what applicants see goes by the instants, and these have to agree with the letters.
 */
async function afterWithdrawals(tx: Tx, call: string, now: Date): Promise<Date> {
  const [last] = await tx
    .select({ at: max(proposals.withdrawnAt) })
    .from(proposals)
    .where(eq(proposals.callId, call));
  return last?.at && last.at > now ? last.at : now;
}

/**
 * The row of the release, held: of two officers who click at the same moment one releases and the other is told. What
 * was prepared anew since an officer looked is not what she saw, and waits until she looks again.
 */
async function heldRelease(tx: Tx, call: string, seen: Date) {
  const [release] = await tx.select().from(releases).where(eq(releases.callId, call)).for("update");
  if (!release) throw new Refusal("not_allowed_now", "release_is_not_prepared");
  if (release.preparedAt.getTime() !== seen.getTime()) throw new Refusal("stale", "preparation_has_changed");
  return release;
}

/**
 * A second officer releases the decisions of a call: applicants may see them from this instant, every applicant gets
 * exactly one letter for each proposal, also where it was not eligible, and awards come into being. All of it happens at
 * once or not at all; reviewers with open reviews hear that these are no longer needed. `seen` is the instant of the preparation that was before her; another one is refused
 * (preparation_has_changed), and so is one after which a reviewer stepped aside (reviewer_stepped_aside_since). A comment
 * that names somebody of the advisory group waits for an officer's word (comments_name_reviewers).
 */
export function releaseDecisions(actor: Actor, call: string, seen: Date, now: Date): Promise<{ letters: number }> {
  return managing.transaction(actor.person, async (tx) => {
    must(may(actor, "release decisions"));
    await mustBeFreeOfConflicts(tx, call);
    const release = await heldRelease(tx, call, seen);
    must(releasableBy(actor.person, release));
    must(releasable(await releaseFacts(tx, call, now)));
    const rows = await decided(tx, call);
    await tx
      .update(releases)
      .set({ releasedBy: actor.person, releasedAt: await afterWithdrawals(tx, call, now) })
      .where(and(eq(releases.callId, call), isNull(releases.releasedAt)));
    await record(tx, actor, now, "decisions released", { kind: "call", id: call });
    let award = 0;
    for (const row of rows) {
      const outcome = row.outcome as Outcome;
      const amount = row.amountMinor === null ? null : { minor: row.amountMinor, currency: row.currency };
      if (amount) {
        award += 1;
        await tx.insert(awards).values({
          id: randomUUID(),
          reference: awardReference(row.slug, award),
          proposalId: row.proposal,
          callId: call,
          amountMinor: amount.minor,
          currency: amount.currency,
          months: row.months ?? 12,
          startsOn: firstOfNextMonth(now),
          awardedAt: now,
        });
      }
      // An event for each proposal: a person who applied twice gets a letter for each.
      const event = await record(tx, actor, now, "decision told", { kind: "proposal", id: row.proposal });
      await enqueueLetter(tx, {
        event,
        recipient: row.investigator as PersonRef,
        template: `decision_${outcome}`,
        data: { proposal: row.proposal, ...(amount ? { amount } : {}) },
      });
    }
    for (const [outcome, state] of Object.entries(stateAfter)) {
      await tx.execute(sql`update proposals set state = ${state} where call_id = ${call} and state = 'in_review'
        and id in (select proposal_id from decisions where call_id = ${call} and outcome = ${outcome})`);
    }
    await tellReviewers(tx, actor, call, now);
    return { letters: rows.length + (await tellIneligible(tx, actor, call, now)) };
  });
}
