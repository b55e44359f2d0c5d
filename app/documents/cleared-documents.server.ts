import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { UTFile } from "uploadthing/server";
import type { Tx } from "#db/connections/side.server";
import { calls } from "#db/schema/calls";
import { documents } from "#db/schema/documents";
import { proposals } from "#db/schema/proposals";
import { Refusal } from "~/values/refusal";
import { clearedPdf } from "./cleared-pdf.server";
import { codeOfDocument, neutralName } from "./document";
import { bytesOfStored } from "./stored-bytes.server";
import { uploads } from "./uploads.server";

/** A file of a blind packet: a copy of its own in the store, rebuilt and checked. */
export type ClearedDocument = { question: string; storageKey: string; sha256: string; size: number; pages: number };

/**
 * What an officer says of files: words that name nobody in one of them, and by question those in which she looked at every
 * picture and drawing, and at every note.
 */
export type SaidOfFiles = {
  acceptInFile: readonly { document: string; term: string }[];
  picturesSeen: readonly string[];
  notesSeen: readonly string[];
};

type Submitted = { document: string; question: string; sha256: string };

/** The questions of the proposal's call whose files reviewers may see; CVs and letters are not among them. */
async function blindQuestions(tx: Tx, document: string): Promise<Set<string>> {
  const [row] = await tx
    .select({ form: calls.form })
    .from(documents)
    .innerJoin(proposals, eq(proposals.id, documents.proposalId))
    .innerJoin(calls, eq(calls.id, proposals.callId))
    .where(eq(documents.id, document));
  const blind = (row?.form.sections ?? []).filter(({ part }) => part === "blind");
  return new Set(blind.flatMap(({ questions }) => questions.map(({ id }) => id)));
}

async function stored(bytes: Uint8Array): Promise<string> {
  const file = new UTFile([Uint8Array.from(bytes)], neutralName(codeOfDocument(randomUUID())), {
    type: "application/pdf",
  });
  const { data } = await uploads().api.uploadFiles(file, { acl: "private", contentDisposition: "attachment" });
  if (!data) throw new Refusal("unavailable", "upload_failed");
  return data.key;
}

/** What in a cleared file still waits for an officer who looks at it, if anything. */
function waitingIn(
  { images, drawings, notes }: { images: number; drawings: number; notes: number },
  question: string,
  { picturesSeen, notesSeen }: SaidOfFiles,
) {
  if (images + drawings > 0 && !picturesSeen.includes(question)) return "pdf_has_pictures";
  return notes > 0 && !notesSeen.includes(question) ? "pdf_has_notes" : null;
}

/**
 * The submitted files of the blind part, rebuilt for reviewers. One that cannot be cleared by itself stops the packet,
 * with its reason and what was found, and waits for a person; so does one with pictures or drawings, or with notes on its pages
 * that the copy does not have, unless an officer says that she looked at them.
 */
export async function clearedDocuments(
  tx: Tx,
  submitted: Submitted[],
  terms: readonly string[],
  said: SaidOfFiles,
): Promise<ClearedDocument[]> {
  const ready: ClearedDocument[] = [];
  for (const { document, question } of submitted) {
    if (!(await blindQuestions(tx, document)).has(question)) continue;
    const [row] = await tx.select({ key: documents.storageKey }).from(documents).where(eq(documents.id, document));
    if (!row) throw new Refusal("not_found", "not_found");
    const accepted = new Set(said.acceptInFile.filter((word) => word.document === document).map(({ term }) => term));
    const wanted = terms.filter((term) => !accepted.has(term));
    const cleared = await clearedPdf(await bytesOfStored(uploads(), row.key), wanted);
    if (!cleared.cleared) {
      const { because, found } = cleared;
      throw new Refusal("invalid", because, { document, question, found, fields: { [question]: because } });
    }
    const { bytes, sha256, pages } = cleared;
    const waits = waitingIn(cleared, question, said);
    if (waits) throw new Refusal("invalid", waits, { document, question, found: [], fields: { [question]: waits } });
    ready.push({ question, storageKey: await stored(bytes), sha256, size: bytes.length, pages });
    await tx.update(documents).set({ pages }).where(eq(documents.id, document));
    // A file that was taken away since stays away from its applicant's page; reviewers get what was submitted.
    await tx
      .update(documents)
      .set({ state: "cleared" })
      .where(and(eq(documents.id, document), eq(documents.state, "stored")));
  }
  return ready;
}
