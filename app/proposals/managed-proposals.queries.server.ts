import { and, asc, count, desc, eq, gt, ilike, type SQL, sql } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import type { Tx } from "#db/connections/side.server";
import { proposals } from "#db/schema/proposals";
import { countsOfCall, managedCall } from "~/calls/managed-calls.queries.server";
import { discloseApplicants } from "~/identities/disclose.server";
import type { PersonRef } from "~/values/person-ref";
import { type ProposalsAsked, pageSize, type SortColumn } from "./proposals-asked";

export type ManagedRow = {
  id: string;
  title: string;
  theme: string | null;
  state: string;
  requestedMinor: number | null;
  submittedAt: Date | null;
  institution: string | null;
  country: string | null;
};

const columns = {
  title: sql`lower(${proposals.title})`,
  theme: proposals.theme,
  state: proposals.state,
  requested: proposals.requestedMinor,
  submitted: proposals.submittedAt,
} satisfies Record<SortColumn, unknown>;

const literally = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

function wanted(call: string, { state, theme, text }: ProposalsAsked): SQL | undefined {
  return and(
    eq(proposals.callId, call),
    gt(proposals.versionNumber, 0),
    state ? eq(proposals.state, state) : undefined,
    theme ? eq(proposals.theme, theme) : undefined,
    text ? ilike(proposals.title, `%${literally(text)}%`) : undefined,
  );
}

/** Then as many are found as the call has. */
const asksForAll = ({ state, theme, text }: ProposalsAsked) => !state && !theme && !text;

function rowsOf(tx: Tx, where: SQL | undefined, { sort, descending, page }: ProposalsAsked) {
  const column = columns[sort];
  const order = descending ? sql`${column} desc nulls last` : sql`${column} asc nulls last`;
  return tx
    .select({
      id: proposals.id,
      title: proposals.title,
      theme: proposals.theme,
      state: proposals.state,
      requestedMinor: proposals.requestedMinor,
      submittedAt: proposals.submittedAt,
    })
    .from(proposals)
    .where(where)
    .orderBy(order, descending ? desc(proposals.id) : asc(proposals.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
}

/**
 * A page of a call's proposals for officers, without those the officer is conflicted with. Host institutions and
 * countries are disclosed for exactly the rows of the page: one view is one disclosure.
 */
export function proposalsOfCall(officer: PersonRef, slug: string, asked: ProposalsAsked, now: Date) {
  return managing.transaction(officer, async (tx) => {
    const call = await managedCall(tx, slug);
    const where = wanted(call.id, asked);
    const [counts, found, filtered] = await Promise.all([
      countsOfCall(tx, call.id),
      rowsOf(tx, where, asked),
      asksForAll(asked) ? [] : tx.select({ count: count() }).from(proposals).where(where),
    ]);
    const applicants = await discloseApplicants(
      tx,
      found.map(({ id }) => id),
      "list_of_proposals",
      now,
    );
    const rows: ManagedRow[] = found.map((row) => ({
      ...row,
      institution: applicants.get(row.id)?.institution ?? null,
      country: applicants.get(row.id)?.country ?? null,
    }));
    return { call, counts, rows, total: filtered[0]?.count ?? counts.proposals };
  });
}
