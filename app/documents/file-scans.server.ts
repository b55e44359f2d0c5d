import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { and, eq, ne } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { documents } from "#db/schema/documents";
import { log } from "~/http/log.server";
import type { FileScan } from "./file-scan";
import { askedAboutPdf } from "./foreign-pdf.server";
import { bytesOfStored } from "./stored-bytes.server";
import { uploads } from "./uploads.server";

export type FileToScan = { id: string; question: string; storageKey: string; sha256: string };

/** The files of one's own proposal as they stand, and where their bytes are. */
export function filesToScan(tx: Tx, proposal: string): Promise<FileToScan[]> {
  const { id, question, storageKey, sha256 } = documents;
  return tx
    .select({ id, question, storageKey, sha256 })
    .from(documents)
    .where(and(eq(documents.proposalId, proposal), ne(documents.state, "removed")));
}

/**
 * A page waits this long and then says that a file is still being read: opening a heavy one takes seconds.
 *
 * What was found is kept by the SHA-256 of the file together with the words looked for. It cannot be found out once and
 * for all when an upload is accepted, because the words are the team's answers and change after it. It is kept in memory
 * and not in a table, because it holds names, and forgotten with the process.
 */
const patience = 700;
const mostKept = 400;
/** Each file is opened in a process that may take half a gigabyte, so it is one at a time, and few may wait. */
const mostWaiting = 40;
/** What failed for lack of time or of the store is tried again after this. */
const retryAfter = 60_000;
const passing = new Set(["pdf_took_too_long", "file_cannot_be_read"]);

type Kept = { scan: Promise<FileScan>; until: number };
const kept = new Map<string, Kept>();
let line: Promise<unknown> = Promise.resolve();
let waiting = 0;

const keyOf = ({ sha256 }: FileToScan, terms: readonly string[]) =>
  createHash("sha256")
    .update(JSON.stringify([sha256, [...terms].sort()]))
    .digest("hex");

/** Fails closed: what could not be read is never told as clean. */
async function scanned({ storageKey }: FileToScan, terms: readonly string[]): Promise<FileScan> {
  try {
    const bytes = await bytesOfStored(uploads(), storageKey);
    const answer = await askedAboutPdf<FileScan>({ ask: "scan", bytes, terms });
    return "unanswered" in answer ? { state: "unread", because: answer.unanswered } : answer;
  } catch (problem) {
    log.warn({ problem }, "a file could not be scanned for its team");
    return { state: "unread", because: "file_cannot_be_read" };
  }
}

/** The scan of a file: the one that is known or under way, a new one at the end of the line, or none where it is too long. */
function scanOf(file: FileToScan, terms: readonly string[], now: Date): Promise<FileScan> | null {
  const key = keyOf(file, terms);
  const known = kept.get(key);
  if (known && now.getTime() < known.until) return known.scan;
  if (waiting >= mostWaiting) return null;
  waiting += 1;
  const scan = line.then(() => scanned(file, terms));
  const entry: Kept = { scan, until: Number.POSITIVE_INFINITY };
  line = scan.then((result) => {
    waiting -= 1;
    if (result.state === "unread" && passing.has(result.because)) entry.until = now.getTime() + retryAfter;
  });
  kept.delete(key);
  kept.set(key, entry);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return scan;
}

/** What names the team in its files, for as many as could be read while a page waits; null for the others. */
export async function scannedFiles(
  files: readonly FileToScan[],
  terms: readonly string[],
  now: Date,
): Promise<{ file: FileToScan; scan: FileScan | null }[]> {
  const late = setTimeout(patience, null, { ref: false });
  return Promise.all(
    files.map(async (file) => ({ file, scan: await Promise.race([scanOf(file, terms, now) ?? null, late]) })),
  );
}
