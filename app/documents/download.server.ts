import { and, eq, ne, sql } from "drizzle-orm";
import { applying } from "#db/connections/applying.server";
import { auditing } from "#db/connections/auditing.server";
import { managing } from "#db/connections/managing.server";
import { reviewing } from "#db/connections/reviewing.server";
import type { Tx } from "#db/connections/side.server";
import { documents } from "#db/schema/documents";
import type { Hat } from "~/access/hats";
import { record } from "~/audit/record.server";
import type { PersonRef } from "~/values/person-ref";
import { Refusal } from "~/values/refusal";
import { codeOfDocument, neutralName } from "./document";
import { openStored } from "./stored-bytes.server";
import { uploads } from "./uploads.server";

export type DownloadViewer = { person: PersonRef; hats: readonly Hat[] };
type Found = { key: string; name: string };

const notFound = () => new Refusal("not_found", "not_found");

/** The bytes, to be saved and never shown inside a page of ours, under a name that says nothing. */
async function served({ key, name }: Found, range: string | null): Promise<Response> {
  const stored = await openStored(uploads(), key, range);
  const headers = new Headers({
    "Content-Type": "application/pdf",
    "Content-Disposition": `attachment; filename="${name}"`,
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
    "Accept-Ranges": "bytes",
  });
  for (const kept of ["content-length", "content-range"]) {
    const value = stored.headers.get(kept);
    if (value) headers.set(kept, value);
  }
  return new Response(stored.body, { status: stored.status, headers });
}

async function seen(tx: Tx, id: string, options: { removed: boolean }): Promise<Found | null> {
  const wanted = options.removed ? eq(documents.id, id) : and(eq(documents.id, id), ne(documents.state, "removed"));
  const [row] = await tx.select({ key: documents.storageKey }).from(documents).where(wanted);
  return row ? { key: row.key, name: neutralName(codeOfDocument(id)) } : null;
}

/** The sides a person may look from, her own proposals first; each connection sees only what that side may. */
function waysOf({ hats }: DownloadViewer) {
  const officers = [
    { hat: "programme_officer", side: managing },
    { hat: "auditor", side: auditing },
  ] as const;
  return officers.filter(({ hat }) => hats.includes(hat));
}

/**
 * A file of a proposal, for its team, for officers without a conflict, for auditors. Whoever may not see it learns
 * nothing: the answer is that of a file which does not exist. What officers and auditors open is written down.
 */
export async function downloadDocument(
  viewer: DownloadViewer,
  id: string,
  now: Date,
  range: string | null = null,
): Promise<Response> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw notFound();
  const own = await applying.transaction(viewer.person, (tx) => seen(tx, id, { removed: false }));
  if (own) return served(own, range);
  for (const { hat, side } of waysOf(viewer)) {
    const found = await side.transaction(viewer.person, async (tx) => {
      const file = await seen(tx, id, { removed: true });
      if (file) await record(tx, { ...viewer, hat }, now, "document downloaded", { kind: "document", id });
      return file;
    });
    if (found) return served(found, range);
  }
  throw notFound();
}

/** The cleared file of a blind packet, for a reviewer it is assigned to at this moment. */
export async function downloadPacketDocument(
  viewer: DownloadViewer,
  code: string,
  question: string,
  now: Date,
  range: string | null = null,
): Promise<Response> {
  const found = await reviewing.transaction(viewer.person, async (tx) => {
    const [row] = await tx.execute<{ key: string }>(sql`
      select entry ->> 'storageKey' as key
      from reviewing.packets, jsonb_array_elements(documents) as entry
      where packets.code = ${code} and entry ->> 'question' = ${question}`);
    if (!row) throw notFound();
    await record(
      tx,
      { ...viewer, hat: "reviewer" },
      now,
      "packet document downloaded",
      { kind: "packet", id: code },
      { question },
    );
    return { key: row.key, name: neutralName(`${code}-${question.replace(/[^A-Za-z0-9_-]/g, "")}`) };
  });
  return served(found, range);
}
