import { canonicalJson } from "~/values/canonical-json";

/** What a receipt says; signed by the fund, checked by anyone with the published key. */
export type ReceiptBody = {
  reference: string;
  /** The instant the submission arrived (UTC, ISO 8601). */
  instant: string;
  /** SHA-256 of the submitted version with a salt of its own, in hex. */
  hash: string;
  /** The end of the audit chain when the receipt was written. */
  auditHead: { sequence: number; hash: string } | null;
  /** The key that signs it, so that no other key can be said to have. */
  keyId: string;
};

/** The bytes of a receipt that are signed: canonical JSON in UTF-8. */
export function receiptBytes(body: ReceiptBody): Uint8Array {
  return new TextEncoder().encode(canonicalJson({ ...body, kind: "safe-online-research-fund/receipt/1" }));
}
