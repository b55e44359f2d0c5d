const signature = [0x25, 0x50, 0x44, 0x46, 0x2d];
const mayComeBefore = new Set([0x09, 0x0a, 0x0d, 0x20, 0xef, 0xbb, 0xbf]);

/** True when the first bytes say "%PDF-", after white space or a byte order mark at most. */
export function beginsAsPdf(head: Uint8Array): boolean {
  let start = 0;
  while (start < head.length && start < 16 && mayComeBefore.has(head[start] ?? 0)) start += 1;
  return signature.every((byte, index) => head[start + index] === byte);
}

/** With this every object of a PDF ends (ISO 32000-2, 7.3.10), and a PDF without an object shows nothing. */
export const endOfObject = "endobj";

/** How many first bytes `beginsAsPdf` wants to see. */
export const headBytes = 32;
