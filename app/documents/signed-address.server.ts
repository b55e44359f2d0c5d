import { createHmac, timingSafeEqual } from "node:crypto";
import { no, type Verdict, yes } from "~/values/verdict";

const prefix = "hmac-sha256=";

/** Signs text the way the uploader's SDK does. */
export const signatureOf = (text: string, apiKey: string) =>
  prefix + createHmac("sha256", apiKey).update(text).digest("hex");

function equal(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** What an address says, or nothing where it is encoded wrongly. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/**
 * Was this address signed by us, as a whole, and does it still hold? The SDK signs everything before the signature,
 * origin included, and stamps the end with the computer's clock, so the same clock is asked here.
 */
export function signedByUs(address: string, apiKey: string, now = Date.now()): Verdict {
  const [signed, signature, ...more] = address.split("&signature=");
  if (!signed || !signature || more.length > 0) return no("address_is_not_signed", "not_permitted");
  if (!equal(decoded(signature), signatureOf(signed, apiKey))) return no("signature_is_wrong", "not_permitted");
  const expires = Number(new URL(signed).searchParams.get("expires"));
  return expires > now ? yes : no("address_has_expired", "not_permitted");
}

/** A fact the SDK put into a signed address; it encodes each value once more than a query needs. */
export function factOf(url: URL, name: string): string | null {
  const value = url.searchParams.get(name);
  return value === null ? null : decoded(value);
}
