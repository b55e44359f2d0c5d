import { clearPdf } from "./clear-pdf.server";
import { type FileScan, longestOf } from "./file-scan";
import { termsInFile } from "./scan-pdf";

/**
 * What an officer would meet in a file, told to its own team: the words left in the copy for reviewers, those that
 * the copy loses, and the notes that it loses with whatever they say. A file of which no copy could be made is unread, whatever else is known of it.
 */
export async function scanPdf(bytes: Uint8Array, terms: readonly string[]): Promise<FileScan> {
  const copy = await clearPdf(bytes, terms);
  if (!copy.cleared && copy.because !== "identity_terms_found") return { state: "unread", because: copy.because };
  const found = copy.cleared ? [] : copy.found;
  const anywhere = await termsInFile(bytes, terms).catch(() => []);
  return {
    state: "read",
    found: longestOf(found),
    removed: longestOf(anywhere.filter((term) => !found.includes(term))),
    notes: copy.notes,
  };
}
