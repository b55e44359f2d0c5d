import { textsFor } from "~/calls/call-texts";
import type { PersonRef } from "~/values/person-ref";
import { assigningDesk } from "./coverage.queries.server";
import { dayOf } from "./due-at";

/** What an officer has before her when she asks reviewers for one proposal. */
export async function assigningPage(officer: PersonRef, id: string, now: Date, locale: string) {
  const { proposal, taken, members } = await assigningDesk(officer, id, now);
  const { texts, callId: _, ...facts } = proposal;
  const day = 86_400_000;
  const proposed = proposal.scoringClosesAt > now ? proposal.scoringClosesAt : new Date(now.getTime() + 14 * day);
  return {
    ...facts,
    callTitle: textsFor(texts, locale).texts.title,
    due: dayOf(proposed, proposal.zone),
    taken,
    members,
  };
}
