import { sql } from "drizzle-orm";
import { visiting } from "#db/connections/visiting.server";
import { type CallTexts, textsFor } from "~/calls/call-texts";

type GranteeRow = {
  reference: string;
  call_slug: string;
  call_texts: Record<string, CallTexts>;
  call_kind: string;
  call_opens_at: string;
  title: string;
  summary: string;
  theme: string | null;
  institution_name: string;
  institution_country: string;
  institution_ror: string | null;
  requested_minor: string | null;
  amount_minor: string;
  currency: string;
  months: number;
  awarded_at: string;
  announced_at: string;
};

export type Grantee = {
  reference: string;
  call: { slug: string; title: string; kind: string; opensAt: Date };
  title: string;
  summary: string;
  theme: string | null;
  themeTitle: string | null;
  institution: { name: string; country: string; ror: string | null };
  requestedMinor: number | null;
  amountMinor: number;
  currency: string;
  months: number;
  awardedAt: Date;
  announcedAt: Date;
};

function asGrantee(row: GranteeRow, locale: string): Grantee {
  const { texts } = textsFor(row.call_texts, locale);
  return {
    reference: row.reference,
    call: { slug: row.call_slug, title: texts.title, kind: row.call_kind, opensAt: new Date(row.call_opens_at) },
    title: row.title,
    summary: row.summary,
    theme: row.theme,
    themeTitle: row.theme ? (texts.themes[row.theme]?.title ?? row.theme) : null,
    institution: { name: row.institution_name, country: row.institution_country, ror: row.institution_ror },
    requestedMinor: row.requested_minor === null ? null : Number(row.requested_minor),
    amountMinor: Number(row.amount_minor),
    currency: row.currency,
    months: row.months,
    awardedAt: new Date(row.awarded_at),
    announcedAt: new Date(row.announced_at),
  };
}

/** Grantees of announced calls, newest first. */
export async function grantees(locale: string): Promise<Grantee[]> {
  const rows = await visiting.glance(null, (tx) =>
    tx.execute<GranteeRow>(sql`select * from visiting.grantees order by announced_at desc, reference`),
  );
  return rows.map((row) => asGrantee(row, locale));
}
