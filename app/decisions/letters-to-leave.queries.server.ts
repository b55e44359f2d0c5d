import { sql } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import type { Outcome } from "~/meetings/outcome";

/** How many letters of each kind the release of a call sends; of those to who is not eligible, how many have no words of their own. */
export type LettersToLeave = Record<Outcome | "ineligible" | "withoutWords", number>;

/** What would leave if the call were released now; after its release nothing would. */
export async function lettersToLeave(tx: Tx, call: string): Promise<LettersToLeave> {
  const [counts] = await tx.execute<LettersToLeave>(sql`
    with told as (
      select case when state = 'ineligible' then 'ineligible' else decisions.outcome end as kind,
        (select to_applicant from eligibility_decisions checks where checks.proposal_id = proposals.id
          and checks.outcome = 'ineligible' order by checks.id desc limit 1) as words
      from proposals left join decisions on decisions.proposal_id = proposals.id
      where proposals.call_id = ${call} and state in ('in_review', 'ineligible')
        and not exists (select from releases where releases.call_id = ${call} and released_at is not null))
    select
      count(*) filter (where kind = 'award')::int as award,
      count(*) filter (where kind = 'reserve')::int as reserve,
      count(*) filter (where kind = 'decline')::int as decline,
      count(*) filter (where kind = 'ineligible')::int as ineligible,
      count(*) filter (where kind = 'ineligible' and coalesce(words, '') = '')::int as "withoutWords"
    from told`);
  if (!counts) throw new Error("A count always has a row.");
  return counts;
}
