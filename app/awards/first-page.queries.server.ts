import { sql } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { visiting } from "#db/connections/visiting.server";
import { callsIn } from "~/calls/public-calls.queries.server";

type LatestRow = {
  reference: string;
  call_title: string;
  title: string;
  institution: string;
  country: string;
  amount_minor: string;
  currency: string;
};

export type LatestGrantee = {
  reference: string;
  callTitle: string;
  title: string;
  institution: string;
  country: string;
  amountMinor: number;
  currency: string;
};

/** Grantees of the call that was announced last; none before the first announcement. */
async function latestGrantees(tx: Tx, locale: string): Promise<LatestGrantee[]> {
  const rows = await tx.execute<LatestRow>(sql`
    select reference, title, institution_name as institution, institution_country as country, amount_minor, currency,
      coalesce(call_texts -> ${locale}::text ->> 'title', call_texts -> 'en' ->> 'title', call_slug) as call_title
    from visiting.grantees
    where call_slug = (select call_slug from visiting.grantees order by announced_at desc, call_slug limit 1)
    order by reference`);
  return rows.map(({ call_title, amount_minor, ...row }) => ({
    ...row,
    callTitle: call_title,
    amountMinor: Number(amount_minor),
  }));
}

/** What the first page shows, in one transaction: calls that are open, and whom the fund announced last. */
export function firstPage(locale: string, now: Date) {
  return visiting.glance(null, async (tx) => {
    const [calls, funded] = await Promise.all([callsIn(tx, locale, now), latestGrantees(tx, locale)]);
    return { open: calls.filter((call) => call.phase === "open"), funded };
  });
}
