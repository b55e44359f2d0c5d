import { and, eq, gt, ne, sql } from "drizzle-orm";
import { applying } from "#db/connections/applying.server";
import type { Tx } from "#db/connections/side.server";
import { documents } from "#db/schema/documents";
import { proposalVersions } from "#db/schema/proposals";
import type { Actor } from "~/access/actor";
import { record } from "~/audit/record.server";
import { saveDocumentName } from "~/identities/document-names.server";
import type { PersonRef } from "~/values/person-ref";
import { Refusal } from "~/values/refusal";
import { must } from "~/values/verdict";
import { changeable, fitting } from "./document.rules";
import { factsOfStored } from "./stored-bytes.server";
import { mustNotFlood, uploadPlace } from "./upload-place.server";
import type { Accepted, StoredFile, UploadMeta, UploadTarget } from "./upload-router.server";
import type { UploadService } from "./upload-service.server";

const asApplicant = (person: PersonRef): Actor => ({ person, hats: [], hat: "applicant" });

/** Somebody wants to send a file: only to an own proposal, to a question that takes files, before the close. */
export function mayUpload(person: PersonRef, target: UploadTarget, now: Date): Promise<void> {
  return applying.transaction(person, async (tx) => {
    must(changeable(await uploadPlace(tx, asApplicant(person), target), now));
    await mustNotFlood(tx, target.proposal, now);
  });
}

/** Earlier files of the question make room; those no submitted version refers to can lose their bytes. */
export async function takeAway(tx: Tx, target: UploadTarget, except: string | null, now: Date): Promise<string[]> {
  const removed = await tx
    .update(documents)
    .set({ state: "removed", removedAt: now })
    .where(
      and(
        eq(documents.proposalId, target.proposal),
        eq(documents.question, target.question),
        ne(documents.state, "removed"),
        except ? ne(documents.id, except) : undefined,
      ),
    )
    .returning({ id: documents.id, key: documents.storageKey });
  if (removed.length === 0) return [];
  const submitted = await tx
    .select({ id: sql<string>`entry ->> 'document'` })
    .from(proposalVersions)
    .innerJoin(sql`jsonb_array_elements(${proposalVersions.documents}) as entry`, sql`true`)
    .where(eq(proposalVersions.proposalId, target.proposal));
  const kept = new Set(submitted.map(({ id }) => id));
  return removed.filter(({ id }) => !kept.has(id)).map(({ key }) => key);
}

/** Whether a file stands for this question whose upload was begun after this one. */
async function newerStands(tx: Tx, target: UploadTarget, begun: Date): Promise<boolean> {
  const [newer] = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(
      and(
        eq(documents.proposalId, target.proposal),
        eq(documents.question, target.question),
        ne(documents.state, "removed"),
        gt(sql`coalesce(${documents.begunAt}, ${documents.uploadedAt})`, begun.toISOString()),
      ),
    )
    .limit(1);
  return newer !== undefined;
}

/** The document this key already became, if its upload was accepted before. */
async function alreadyAccepted(tx: Tx, file: StoredFile, meta: UploadMeta): Promise<Accepted | null> {
  const [known] = await tx
    .select({ id: documents.id, size: documents.size })
    .from(documents)
    .where(eq(documents.storageKey, file.key));
  if (!known) return null;
  if (known.id !== meta.document) throw new Refusal("stale", "key_is_taken");
  return { document: known.id, size: known.size };
}

/**
 * The bytes of an upload are complete: decide again by right, deadline, real size and first bytes, and write the
 * document down once, however often the same upload reports. A file that is refused leaves the store, and so does one that
 * was begun before the file that stands by now (newer_file_stands): a slow line does not bring back what was replaced.
 */
export async function acceptUpload(
  service: UploadService,
  file: StoredFile,
  meta: UploadMeta,
  now: Date,
): Promise<Accepted> {
  const person = meta.person as PersonRef;
  const actor = asApplicant(person);
  const begun = new Date(meta.began);
  try {
    const known = await applying.transaction(person, (tx) => alreadyAccepted(tx, file, meta));
    if (known) return known;
    const facts = await factsOfStored(service, file.key);
    must(fitting(facts));
    const { accepted, discarded } = await applying.transaction(person, async (tx) => {
      must(changeable(await uploadPlace(tx, actor, meta, { lock: true }), now, begun));
      const before = await alreadyAccepted(tx, file, meta);
      if (before) return { accepted: before, discarded: [] };
      if (await newerStands(tx, meta, begun)) throw new Refusal("stale", "newer_file_stands");
      const keys = await takeAway(tx, meta, meta.document, now);
      await tx.insert(documents).values({
        id: meta.document,
        proposalId: meta.proposal,
        question: meta.question,
        uploader: person,
        storageKey: file.key,
        size: facts.size,
        sha256: facts.sha256,
        kind: "application/pdf",
        state: "stored",
        begunAt: begun,
        uploadedAt: now,
      });
      await saveDocumentName(tx, meta.document, meta.name);
      const details = { question: meta.question, size: facts.size, sha256: facts.sha256 };
      await record(tx, actor, now, "document uploaded", { kind: "document", id: meta.document }, details);
      return { accepted: { document: meta.document, size: facts.size }, discarded: keys };
    });
    if (discarded.length > 0) await service.api.deleteFiles(discarded);
    return accepted;
  } catch (problem) {
    const final = problem instanceof Refusal && problem.kind !== "unavailable" && problem.reason !== "key_is_taken";
    if (final) await service.api.deleteFiles(file.key);
    if (problem instanceof Refusal && problem.kind === "invalid") {
      throw new Refusal("invalid", problem.reason, {
        ...problem.details,
        name: meta.name,
        fields: { [meta.question]: problem.reason },
      });
    }
    throw problem;
  }
}
