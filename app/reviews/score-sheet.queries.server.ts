import { sql } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import type { CallTexts } from "~/calls/call-texts";
import type { Rubric } from "~/calls/rubric";
import type { Form } from "~/forms/form";
import { Refusal } from "~/values/refusal";
import type { ScoreSheet } from "./review";

export type PacketToReview = {
  assignment: string;
  code: string;
  state: string;
  dueAt: Date;
  call: {
    slug: string;
    currency: string;
    form: Form;
    rubric: Rubric;
    texts: Record<string, CallTexts>;
    /** From the preparation of a release on, no review of the call changes. */
    reviewsClosed: boolean;
  };
  answers: Record<string, string>;
  documents: { question: string; storageKey: string; size: number; pages: number }[];
  sheet: ScoreSheet;
};

type PacketRow = {
  assignment: string;
  code: string;
  state: string;
  due_at: string;
  content: { answers: Record<string, string> };
  documents: PacketToReview["documents"];
  slug: string;
  currency: string;
  form: Form;
  rubric: Rubric;
  texts: Record<string, CallTexts>;
  reviews_closed: boolean;
  to_advisory_group: string | null;
  to_applicant: string | null;
  version: number | null;
  saved_at: string | null;
  locked_at: string | null;
  scores: { criterion: string; value: number | null; unableBecause: string | null }[] | null;
};

const instantOrNull = (text: string | null) => (text === null ? null : new Date(text));

/** One packet with the reviewer's own sheet, read in one statement; what is not hers does not exist. */
export async function packetInHand(tx: Tx, code: string): Promise<PacketToReview> {
  const rows = await tx.execute<PacketRow>(sql`
    select packets.assignment_id as assignment, packets.code, mine.state, mine.due_at, packets.content, packets.documents,
      calls.slug, calls.currency, calls.form, calls.rubric, calls.reviews_closed,
      case when calls.texts ? 'en' then jsonb_build_object('en', calls.texts -> 'en') else calls.texts end as texts,
      reviews.to_advisory_group, reviews.to_applicant, reviews.version, reviews.saved_at, reviews.locked_at,
      (select json_agg(json_build_object('criterion', criterion, 'value', value, 'unableBecause', unable_because))
        from reviewing.scores where scores.assignment_id = mine.id) as scores
    from reviewing.assignments mine
    join reviewing.packets on packets.assignment_id = mine.id
    join reviewing.calls on calls.id = mine.call_id
    left join reviewing.reviews on reviews.assignment_id = mine.id
    where mine.code = ${code}`);
  const row = rows[0];
  if (!row) throw new Refusal("not_found", "not_found");
  return {
    assignment: row.assignment,
    code: row.code,
    state: row.state,
    dueAt: new Date(row.due_at),
    call: {
      slug: row.slug,
      currency: row.currency,
      form: row.form,
      rubric: row.rubric,
      texts: row.texts,
      reviewsClosed: row.reviews_closed,
    },
    answers: row.content.answers,
    documents: row.documents,
    sheet: {
      scores: Object.fromEntries((row.scores ?? []).map(({ criterion, ...score }) => [criterion, score])),
      toAdvisoryGroup: row.to_advisory_group ?? "",
      toApplicant: row.to_applicant ?? "",
      version: row.version ?? 0,
      savedAt: instantOrNull(row.saved_at),
      lockedAt: instantOrNull(row.locked_at),
    },
  };
}
