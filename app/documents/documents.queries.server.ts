import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import { builtOnce } from "#db/connections/built-once.server";
import type { Tx } from "#db/connections/side.server";
import { documents } from "#db/schema/documents";
import { documentNames } from "~/identities/document-names.server";
import type { DocumentState, OwnDocument } from "./document";

const standing = builtOnce((database) =>
  database
    .select({
      id: documents.id,
      question: documents.question,
      state: documents.state,
      size: documents.size,
      pages: documents.pages,
      refusedBecause: documents.refusedBecause,
      uploadedAt: documents.uploadedAt,
      mine: sql<boolean>`${documents.uploader} = fund.person_at_work()`,
    })
    .from(documents)
    .where(and(eq(documents.proposalId, sql.placeholder("proposal")), ne(documents.state, "removed")))
    .orderBy(asc(documents.uploadedAt)),
);

/** The files of one's own proposal as they stand now, with the names their owners gave them. */
export async function ownDocuments(tx: Tx, proposal: string): Promise<OwnDocument[]> {
  const [rows, names] = await Promise.all([standing(tx, { proposal }), documentNames(tx, proposal)]);
  return rows.map((row) => ({ ...row, state: row.state as DocumentState, name: names.get(row.id) ?? null }));
}

/**
 * What a submitted version remembers of its files: which ones, for what, and their hashes. A file of a question that is
 * not asked any more stays with its proposal, for the question may be asked again, but is not handed in.
 */
export function documentsToFreeze(
  tx: Tx,
  proposal: string,
  asked: ReadonlySet<string>,
): Promise<{ document: string; question: string; sha256: string }[]> {
  return tx
    .select({ document: documents.id, question: documents.question, sha256: documents.sha256 })
    .from(documents)
    .where(
      and(eq(documents.proposalId, proposal), ne(documents.state, "removed"), inArray(documents.question, [...asked])),
    )
    .orderBy(asc(documents.question));
}
