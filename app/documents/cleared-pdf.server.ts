import { createHash } from "node:crypto";
import type { Clearing, ClearingReason } from "./clearing";
import { askedAboutPdf, type Limits } from "./foreign-pdf.server";

export type ClearedPdf =
  | (Extract<Clearing, { cleared: true }> & { sha256: string })
  | { cleared: false; because: ClearingReason; found: string[] };

/** A PDF rebuilt for a blind packet, or the reason why a person has to look. */
export async function clearedPdf(bytes: Uint8Array, terms: readonly string[], limits?: Limits): Promise<ClearedPdf> {
  const answer = await askedAboutPdf<Clearing>({ ask: "clear", bytes, terms }, limits);
  if ("unanswered" in answer) return { cleared: false, because: answer.unanswered, found: [] };
  if (!answer.cleared) return answer;
  return { ...answer, sha256: createHash("sha256").update(answer.bytes).digest("hex") };
}
