import { and, eq, sql } from "drizzle-orm";
import { applying } from "#db/connections/applying.server";
import { proposalVersions, receipts } from "#db/schema/proposals";
import type { Actor } from "~/access/actor";
import { type CallTexts, textsFor } from "~/calls/call-texts";
import { spokenAnswers } from "~/forms/spoken-answers";
import { documentNames } from "~/identities/document-names.server";
import { Refusal } from "~/values/refusal";
import { ownProposal } from "./own-proposal.server";

/**
 * One version of one's own proposal exactly as it was handed in, by its receipt: both parts, and the files with their
 * fingerprints. Somebody else's, or a receipt of another proposal, does not exist (not_found).
 */
export function submittedVersion(actor: Actor, id: string, reference: string, locale: string) {
  return applying.transaction(actor.person, async (tx) => {
    const { proposal, call } = await ownProposal(tx, actor, id);
    const [version] = await tx
      .select({
        id: proposalVersions.id,
        blind: proposalVersions.blind,
        documents: proposalVersions.documents,
        instant: receipts.instant,
        newest: sql<boolean>`${proposalVersions.number} = ${proposal.versionNumber}`,
      })
      .from(receipts)
      .innerJoin(proposalVersions, eq(proposalVersions.id, receipts.versionId))
      .where(and(eq(receipts.proposalId, id), eq(receipts.reference, reference)));
    if (!version) throw new Refusal("not_found", "not_found");
    const [[behind], names] = await Promise.all([
      tx.execute<{ answers: Record<string, string> | null }>(sql`select identity.my_version(${version.id}) as answers`),
      documentNames(tx, id),
    ]);
    const { texts: words, language } = textsFor(call.texts as Record<string, CallTexts>, locale);
    // A question of one part may rest on an answer of the other.
    const answers = { ...version.blind, ...behind?.answers };
    return {
      id,
      reference,
      title: version.blind.title ?? "",
      instant: version.instant,
      newest: version.newest,
      zone: call.zone,
      language,
      currency: call.currency,
      parts: (["blind", "identity"] as const).map((part) => ({
        part,
        sections: spokenAnswers(call.form, words, part, answers),
      })),
      files: version.documents.map(({ document, question, sha256 }) => ({
        document,
        label: words.form.questions[question]?.label ?? question,
        name: names.get(document) ?? null,
        sha256,
      })),
    };
  });
}

/** What the page of a version shows. */
export type SubmittedVersion = Awaited<ReturnType<typeof submittedVersion>>;
