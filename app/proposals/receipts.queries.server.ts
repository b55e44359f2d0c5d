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

/** The decision on one's own proposal with the comments meant for its team; before the release there is none. */
export function decisionTold(actor: Actor, id: string) {
  return applying.transaction(actor.person, async (tx) => {
    const { proposal, call } = await ownProposal(tx, actor, id);
    const [[decision], comments] = await Promise.all([
      tx.execute<DecisionRow>(
        sql`select outcome, amount_minor, released_at from applying.decisions where proposal_id = ${id}`,
      ),
      tx.execute<{ pseudonym: string; to_applicant: string }>(
        sql`select pseudonym, to_applicant from applying.comments where proposal_id = ${id} order by pseudonym`,
      ),
    ]);
    if (!decision) throw new Refusal("not_found", "not_found");
    return {
      id,
      title: proposal.title,
      texts: call.texts,
      zone: call.zone,
      currency: call.currency,
      outcome: decision.outcome,
      amountMinor: decision.amount_minor === null ? null : Number(decision.amount_minor),
      releasedAt: new Date(decision.released_at),
      comments: comments.map((row) => ({ reviewer: row.pseudonym, text: row.to_applicant })),
    };
  });
}
