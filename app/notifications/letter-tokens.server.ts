import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { keyFor } from "~/http/environment.server";

const purpose = "tokens in letters";

/** A token as it waits in the outbox: unreadable to whoever only sees the table. */
export function sealToken(token: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce);
  const hidden = Buffer.concat([cipher.update(token, "utf8"), cipher.final()]);
  return `sealed:${Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString("base64url")}`;
}

/** The token of a letter that is about to leave. */
export function openToken(sealed: string): string {
  const bytes = Buffer.from(sealed.replace(/^sealed:/, ""), "base64url");
  const cipher = createDecipheriv("aes-256-gcm", keyFor(purpose), bytes.subarray(0, 12));
  cipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString("utf8");
}
