import { and, asc, eq, inArray } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import type { Tx } from "#db/connections/side.server";
import { assignments } from "#db/schema/assignments";
import { calls } from "#db/schema/calls";
import { decisions } from "#db/schema/decisions";
import { packets } from "#db/schema/eligibility";
import { recommendations } from "#db/schema/meetings";
import { proposals } from "#db/schema/proposals";
import { reviews, scores } from "#db/schema/reviews";
import type { CallTexts } from "~/calls/call-texts";
import { type CallCounts, countsOfCall } from "~/calls/managed-calls.queries.server";
import type { Rubric } from "~/calls/rubric";
import type { PersonRef } from "~/values/person-ref";
import { Refusal } from "~/values/refusal";
import { type Ranked, ranked } from "./ranking";
import { meanOfProposal, type ProposalMean } from "./weighted-mean";

export type RankingRow = {
  id: string;
  code: string;
  title: string;
  state: string;
  requestedMinor: number | null;
  assigned: number;
  mean: ProposalMean;
  recommended: string | null;
  decision: { outcome: string; amountMinor: number | null } | null;
};

export type RankedCall = {
  call: {
    id: string;
    slug: string;
    currency: string;
    budgetMinor: number;
    ceilingMinor: number;
    rubric: Rubric;
    texts: Record<string, CallTexts>;
  };
  counts: CallCounts;
  rows: Ranked<RankingRow>[];
  awardedMinor: number;
};

type Scores = Record<string, { value: number | null; unableBecause: string | null }>;

/** Scores of locked reviews, by proposal and review; a closed or recused assignment does not count. */
async function lockedScores(tx: Tx, call: string) {
  const rows = await tx
    .select({
      proposal: assignments.proposalId,
      assignment: scores.assignmentId,
      criterion: scores.criterion,
      value: scores.value,
      unableBecause: scores.unableBecause,
    })
    .from(scores)
    .innerJoin(assignments, eq(assignments.id, scores.assignmentId))
    .innerJoin(reviews, eq(reviews.assignmentId, assignments.id))
    .where(and(eq(assignments.callId, call), eq(assignments.state, "locked")));
  const byProposal = new Map<string, Map<string, Scores>>();
  for (const { proposal, assignment, criterion, value, unableBecause } of rows) {
    const sheets = byProposal.get(proposal) ?? new Map<string, Scores>();
    sheets.set(assignment, { ...sheets.get(assignment), [criterion]: { value, unableBecause } });
    byProposal.set(proposal, sheets);
  }
  return byProposal;
}

/** A call's reviewed proposals in order, without those the officer is conflicted with. */
export function rankingOfCall(officer: PersonRef, slug: string): Promise<RankedCall> {
  return managing.transaction(officer, async (tx) => {
    const [call] = await tx
      .select({
        id: calls.id,
        slug: calls.slug,
        currency: calls.currency,
        budgetMinor: calls.budgetMinor,
        ceilingMinor: calls.ceilingMinor,
        rubric: calls.rubric,
        texts: calls.texts,
      })
      .from(calls)
      .where(eq(calls.slug, slug));
    if (!call) throw new Refusal("not_found", "not_found");
    const [counts, found, sheets, asked] = await Promise.all([
      countsOfCall(tx, call.id),
      tx
        .select({
          id: proposals.id,
          code: packets.code,
          title: proposals.title,
          state: proposals.state,
          requestedMinor: proposals.requestedMinor,
          recommended: recommendations.outcome,
          outcome: decisions.outcome,
          amountMinor: decisions.amountMinor,
        })
        .from(packets)
        .innerJoin(proposals, eq(proposals.id, packets.proposalId))
        .leftJoin(recommendations, eq(recommendations.proposalId, proposals.id))
        .leftJoin(decisions, eq(decisions.proposalId, proposals.id))
        .where(
          and(eq(packets.callId, call.id), inArray(proposals.state, ["in_review", "awarded", "reserved", "declined"])),
        )
        .orderBy(asc(packets.code)),
      lockedScores(tx, call.id),
      tx
        .select({ proposal: assignments.proposalId })
        .from(assignments)
        .where(and(eq(assignments.callId, call.id), inArray(assignments.state, ["assigned", "locked"]))),
    ]);
    const assigned = new Map<string, number>();
    for (const { proposal } of asked) assigned.set(proposal, (assigned.get(proposal) ?? 0) + 1);
    const rows = found.map(({ outcome, amountMinor, ...row }) => ({
      ...row,
      assigned: assigned.get(row.id) ?? 0,
      mean: meanOfProposal([...(sheets.get(row.id)?.values() ?? [])], call.rubric),
      decision: outcome ? { outcome, amountMinor } : null,
    }));
    const awardedMinor = rows.reduce((sum, row) => sum + (row.decision?.amountMinor ?? 0), 0);
    return { call, counts, rows: ranked(rows, call.rubric), awardedMinor };
  });
}
