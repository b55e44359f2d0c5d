import { desc, eq, max, sql } from "drizzle-orm";
import { applying } from "#db/connections/applying.server";
import { builtOnce } from "#db/connections/built-once.server";
import type { Tx } from "#db/connections/side.server";
import { calls } from "#db/schema/calls";
import { documents as files } from "#db/schema/documents";
import { proposalMembers, proposals, receipts } from "#db/schema/proposals";
import type { Actor } from "~/access/actor";
import { type CallTexts, textsFor } from "~/calls/call-texts";
import { ownDocuments } from "~/documents/documents.queries.server";
import { uploadThatRanOver } from "~/documents/upload-that-ran-over";
import { progressOf } from "~/forms/form.rules";
import { answersNow, textsOf } from "./answers-now.server";
import { ownProposal } from "./own-proposal.server";
import { statusFor } from "./proposal.status";

/** Proposals whose applicants were told what became of them: a decision, or that they are not eligible. */
async function toldProposals(tx: Tx): Promise<Set<string>> {
  const rows = await tx.execute<{ proposal_id: string }>(
    sql`select proposal_id from applying.decisions union all select proposal_id from applying.ineligibility`,
  );
  return new Set(rows.map((row) => row.proposal_id));
}

/** Every proposal the person works on, newest first. */
export function ownProposals(actor: Actor, locale: string, now: Date) {
  return applying.glance(actor.person, async (tx) => {
    const [rows, told] = await Promise.all([
      tx
        .select({
          id: proposals.id,
          title: proposals.title,
          state: proposals.state,
          role: proposalMembers.role,
          texts: calls.texts,
          closesAt: calls.closesAt,
          zone: calls.zone,
        })
        .from(proposals)
        .innerJoin(calls, eq(calls.id, proposals.callId))
        .innerJoin(
          proposalMembers,
          sql`${proposalMembers.proposalId} = ${proposals.id} and ${proposalMembers.person} = ${actor.person}`,
        )
        .orderBy(desc(proposals.createdAt)),
      toldProposals(tx),
    ]);
    return rows.map(({ texts, state, ...row }) => ({
      ...row,
      call: textsFor(texts, locale).texts.title,
      status: statusFor({ state, closesAt: row.closesAt, told: told.has(row.id) }, now),
    }));
  });
}

/** The newest receipt of a proposal, and when one of its files was taken away last. */
const newestReceipt = builtOnce((database) => {
  const proposal = sql.placeholder("proposal");
  const removals = database
    .select({ at: max(files.removedAt) })
    .from(files)
    .where(eq(files.proposalId, proposal));
  return database
    .select({ reference: receipts.reference, removedAt: sql`(${removals})`.mapWith(files.removedAt) })
    .from(receipts)
    .where(eq(receipts.proposalId, proposal))
    .orderBy(desc(receipts.instant))
    .limit(1);
});

/** One's own proposal with everything its pages need: call, words, answers with versions, files, state of each section. */
export function proposalInHand(actor: Actor, id: string, locale: string, now: Date) {
  return applying.glance(actor.person, async (tx) => {
    const own = ownProposal(tx, actor, id);
    const others = Promise.all([
      answersNow(tx, id),
      ownDocuments(tx, id),
      toldProposals(tx),
      newestReceipt(tx, { proposal: id }),
    ]);
    // Whether it is hers is answered first: where that fails, so does the rest, and says only that it came too late.
    others.catch(() => undefined);
    const { proposal, call, role } = await own;
    const [standing, documents, told, [receipt]] = await others;
    const texts = textsOf(standing);
    const filed = new Set(documents.map(({ question }) => question));
    const { missing, percent, sections } = progressOf(call.form, texts, filed);
    const { texts: words, language } = textsFor(call.texts as Record<string, CallTexts>, locale);
    const written = [...standing.values()].map(({ at }) => at);
    const changes = [
      ...written,
      ...documents.map(({ uploadedAt }) => uploadedAt),
      ...(receipt?.removedAt ? [receipt.removedAt] : []),
    ];
    return {
      id,
      // As it stands, also where what was submitted has another one.
      title: texts.title ?? proposal.title,
      role,
      state: proposal.state,
      status: statusFor({ state: proposal.state, closesAt: call.closesAt, told: told.has(id) }, now),
      submittedAt: proposal.submittedAt,
      changedSinceSubmission: changes.some((at) => proposal.submittedAt !== null && at > proposal.submittedAt),
      grace: uploadThatRanOver(documents, call),
      reference: receipt?.reference ?? null,
      call: {
        slug: call.slug,
        currency: call.currency,
        closesAt: call.closesAt,
        opensAt: call.opensAt,
        graceMinutes: call.graceMinutes,
        zone: call.zone,
        form: call.form,
      },
      words,
      language,
      standing,
      documents,
      files: filed,
      sections: call.form.sections.map((section) => ({
        id: section.id,
        part: section.part,
        title: words.form.sections[section.id]?.title ?? section.id,
        state: sections[section.id] ?? "not_started",
      })),
      missing,
      percent,
    };
  });
}

export type ProposalInHand = Awaited<ReturnType<typeof proposalInHand>>;
