import { and, eq, sql } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import { announcements, decisions } from "#db/schema/decisions";
import { proposals } from "#db/schema/proposals";
import { countsOfCall, managedCall } from "~/calls/managed-calls.queries.server";
import type { PersonRef } from "~/values/person-ref";
import { mustBeFreeOfConflicts } from "./free-of-conflicts.server";
import { lettersToLeave } from "./letters-to-leave.queries.server";
import { releaseFacts } from "./release.queries.server";

/** What an officer checks before decisions are told; refused to whoever may not see the whole call. */
export function releaseDesk(officer: PersonRef, slug: string, now: Date) {
  return managing.transaction(officer, async (tx) => {
    const call = await managedCall(tx, slug);
    await mustBeFreeOfConflicts(tx, call.id);
    const facts = await releaseFacts(tx, call.id, now);
    const [sums] = await tx
      .select({
        awards: sql<number>`count(*) filter (where ${decisions.outcome} = 'award')::int`,
        awardedMinor: sql<string>`coalesce(sum(${decisions.amountMinor}), 0)`,
      })
      .from(decisions)
      .innerJoin(proposals, and(eq(proposals.id, decisions.proposalId), sql`${proposals.state} <> 'withdrawn'`))
      .where(eq(decisions.callId, call.id));
    const [announcement] = await tx
      .select({ announcedAt: announcements.announcedAt })
      .from(announcements)
      .where(eq(announcements.callId, call.id));
    return {
      call,
      counts: await countsOfCall(tx, call.id),
      facts,
      letters: await lettersToLeave(tx, call.id),
      awards: sums?.awards ?? 0,
      awardedMinor: Number(sums?.awardedMinor ?? 0),
      announcedAt: announcement?.announcedAt ?? null,
    };
  });
}
