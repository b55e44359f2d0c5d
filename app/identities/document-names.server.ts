import { sql } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";

/** Keeps what an applicant called a file behind the door: it may carry a surname. */
export async function saveDocumentName(tx: Tx, document: string, name: string): Promise<void> {
  await tx.execute(sql`select identity.save_document_name(${document}::uuid, ${name})`);
}

/** What the files of one's own proposal were called, by document. */
export async function documentNames(tx: Tx, proposal: string): Promise<Map<string, string>> {
  const rows = await tx.execute<{ document_id: string; name: string }>(
    sql`select document_id, name from identity.document_names(${proposal}::uuid)`,
  );
  return new Map(rows.map((row) => [row.document_id, row.name]));
}
