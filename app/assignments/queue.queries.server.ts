import { sql } from "drizzle-orm";
import { reviewing } from "#db/connections/reviewing.server";
import type { Tx } from "#db/connections/side.server";
import type { PersonRef } from "~/values/person-ref";
import type { Place } from "./place";

export type QueueEntry = {
  code: string;
  call: string;
  title: string;
  state: string;
  dueAt: Date;
  /** Criteria with a score or a reason, of all criteria. */
  judged: number;
  criteria: number;
};

export type Seat = {
  call: string;
  slug: string;
  title: string;
  agreed: boolean;
  scoringClosesAt: Date;
  /** A release of the call is prepared, or done: what is not locked no longer counts. */
  closed: boolean;
};

type EntryRow = {
  code: string;
  call_id: string;
  title: string | null;
  state: string;
  due_at: string;
  judged: number;
  criteria: number;
};
type SeatRow = {
  id: string;
  slug: string;
  title: string;
  agreed: boolean;
  scoring_closes_at: string;
  reviews_closed: boolean;
};

/** Every packet of the reviewer at work, in an order of her own that says nothing about the proposals, and her seats. */
export function reviewerQueue(reviewer: PersonRef): Promise<{ seats: Seat[]; entries: QueueEntry[] }> {
  return reviewing.glance(reviewer, async (tx) => {
    const [seats, entries] = await Promise.all([
      tx.execute<SeatRow>(sql`
        select calls.id, calls.slug, coalesce(calls.texts -> 'en' ->> 'title', calls.slug) as title, memberships.agreed_at is not null as agreed, calls.scoring_closes_at,
          calls.reviews_closed
        from reviewing.memberships join reviewing.calls on calls.id = memberships.call_id
        order by calls.scoring_closes_at desc`),
      tx.execute<EntryRow>(sql`
        select packets.code, packets.call_id, packets.content -> 'answers' ->> 'title' as title, mine.state, mine.due_at,
          (select count(*)::int from reviewing.scores where scores.assignment_id = mine.id) as judged,
          (select jsonb_array_length(calls.rubric -> 'criteria') from reviewing.calls where calls.id = mine.call_id) as criteria
        from reviewing.assignments mine join reviewing.packets on packets.assignment_id = mine.id
        order by mine.place`),
    ]);
    return {
      seats: seats.map((row) => ({
        call: row.id,
        slug: row.slug,
        title: row.title,
        agreed: row.agreed,
        scoringClosesAt: new Date(row.scoring_closes_at),
        closed: row.reviews_closed,
      })),
      entries: entries.map((row) => ({
        code: row.code,
        call: row.call_id,
        title: row.title ?? "",
        state: row.state,
        dueAt: new Date(row.due_at),
        judged: row.judged,
        criteria: row.criteria,
      })),
    };
  });
}

/** Where a packet stands in its reviewer's queue, for going to the next one. */
export async function placeInQueue(tx: Tx, code: string): Promise<Place> {
  const rows = await tx.execute<{ code: string }>(sql`
    select code from reviewing.assignments
    where call_id = (select call_id from reviewing.assignments where code = ${code}) order by place`);
  const at = rows.findIndex((row) => row.code === code);
  return { number: at + 1, total: rows.length, previous: rows[at - 1]?.code ?? null, next: rows[at + 1]?.code ?? null };
}
