import { desc, eq, sql } from "drizzle-orm";
import { applying } from "#db/connections/applying.server";
import { receipts } from "#db/schema/proposals";
import type { Actor } from "~/access/actor";
import { Refusal } from "~/values/refusal";
import { ownProposal } from "./own-proposal.server";

/** The receipts of one's own proposal, newest first; without one there is no page. */
export function receiptsOf(actor: Actor, id: string) {
  return applying.transaction(actor.person, async (tx) => {
    const { proposal, call } = await ownProposal(tx, actor, id);
    const rows = await tx
      .select({
        reference: receipts.reference,
        instant: receipts.instant,
        hash: receipts.hash,
        keyId: receipts.keyId,
        signature: receipts.signature,
        auditHead: receipts.auditHead,
      })
      .from(receipts)
      .where(eq(receipts.proposalId, id))
      .orderBy(desc(receipts.instant));
    if (rows.length === 0) throw new Refusal("not_found", "not_found");
    return { id, title: proposal.title, zone: call.zone, closesAt: call.closesAt, receipts: rows };
  });
}

type DecisionRow = { outcome: "award" | "reserve" | "decline"; amount_minor: string | null; released_at: string };
type IneligibilityRow = { to_applicant: string; released_at: string };

/**
 * What the fund told of one's own proposal: the decision with the comments meant for its team, or that it is not
 * eligible with the words that were written for its team; before the release there is neither.
 */
export function decisionTold(actor: Actor, id: string) {
  return applying.transaction(actor.person, async (tx) => {
    const { proposal, call } = await ownProposal(tx, actor, id);
    const [[decision], comments, [ineligibility]] = await Promise.all([
      tx.execute<DecisionRow>(
        sql`select outcome, amount_minor, released_at from applying.decisions where proposal_id = ${id}`,
      ),
      tx.execute<{ pseudonym: string; to_applicant: string }>(
        sql`select pseudonym, to_applicant from applying.comments where proposal_id = ${id} order by pseudonym`,
      ),
      tx.execute<IneligibilityRow>(
        sql`select to_applicant, released_at from applying.ineligibility where proposal_id = ${id}`,
      ),
    ]);
    const told = decision ?? ineligibility;
    if (!told) throw new Refusal("not_found", "not_found");
    return {
      id,
      title: proposal.title,
      texts: call.texts,
      slug: call.slug,
      zone: call.zone,
      currency: call.currency,
      outcome: decision?.outcome ?? ("ineligible" as const),
      amountMinor: decision?.amount_minor ? Number(decision.amount_minor) : null,
      releasedAt: new Date(told.released_at),
      comments: comments.map((row) => ({ reviewer: row.pseudonym, text: row.to_applicant })),
      words: ineligibility?.to_applicant ?? "",
    };
  });
}
