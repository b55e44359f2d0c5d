import type { OwnDocument } from "./document";

/**
 * When the fund let this person's upload begin, where one ended after the close: a file is taken then only if it was
 * let in before, so the last instant before the close stands for it. Null where there is none.
 */
export function uploadThatRanOver(
  documents: readonly Pick<OwnDocument, "mine" | "uploadedAt">[],
  { closesAt }: { closesAt: Date },
): { issuedAt: Date } | null {
  const late = documents.some(({ mine, uploadedAt }) => mine && uploadedAt >= closesAt);
  return late ? { issuedAt: new Date(closesAt.getTime() - 1) } : null;
}
