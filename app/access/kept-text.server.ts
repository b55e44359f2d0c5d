import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { and, desc, eq, inArray, lt } from "drizzle-orm";
import { sessions } from "#db/connections/sessions.server";
import { keptTexts } from "#db/schema/access";
import { environment, keyFor } from "~/http/environment.server";
import type { PersonRef } from "~/values/person-ref";
import { formField } from "./form-field";

const cookieName = "fund_kept";
const keptFor = 24 * 3_600_000;
const mostBytes = 1_000_000;
/** Texts kept for one account at a time; the oldest go first. */
const mostTexts = 30;

const mac = (purpose: string, text: string) =>
  createHmac("sha256", keyFor(purpose)).update(text).digest().subarray(0, 18).toString("base64url");
const sameText = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
const hashed = (name: string) => createHash("sha256").update(name).digest("hex");

/** Issues a form to a person: text posted with it later, without a session, comes back to her account only. */
export function formIssuedTo(person: PersonRef): string {
  const account = mac("form account", person);
  return `${account}.${mac("form issued", account)}`;
}

/** The account a form of ours was issued to; null for a form that is not ours. */
function accountOf(form: string): string | null {
  const [account = "", seal = ""] = form.split(".");
  return sameText(seal, mac("form issued", account)) ? account : null;
}

function seal(key: Buffer, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64");
}

function unseal(key: Buffer, sealed: string): string | null {
  const bytes = Buffer.from(sealed, "base64");
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

const cookie = (value: string, seconds: number) =>
  `${cookieName}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${
    environment().appUrl.startsWith("https:") ? "; Secure" : ""
  }`;

/**
 * Keeps what was typed into a form of ours whose session has ended, for a day, sealed with a key that only the answer's
 * cookie holds. Returns that cookie; null where there is nothing of ours to keep.
 */
export async function keepText(place: string, typed: URLSearchParams, now: Date): Promise<string | null> {
  const account = accountOf(typed.get(formField) ?? "");
  const text = JSON.stringify({ place, typed: typed.toString() });
  if (!account || text.length > mostBytes) return null;
  const [name, key] = [randomBytes(16).toString("base64url"), randomBytes(32)];
  await sessions.transaction(null, async (tx) => {
    await tx.delete(keptTexts).where(lt(keptTexts.expiresAt, now));
    const known = await tx
      .select({ id: keptTexts.id })
      .from(keptTexts)
      .where(eq(keptTexts.issuedTo, account))
      .orderBy(desc(keptTexts.expiresAt));
    const tooMany = known.slice(mostTexts - 1).map(({ id }) => id);
    if (tooMany.length > 0) await tx.delete(keptTexts).where(inArray(keptTexts.id, tooMany));
    const expiresAt = new Date(now.getTime() + keptFor);
    await tx.insert(keptTexts).values({ id: hashed(name), issuedTo: account, sealed: seal(key, text), expiresAt });
  });
  return cookie(`${name}.${key.toString("base64url")}`, keptFor / 1000);
}

type Kept = { typed: URLSearchParams; forget: () => Promise<string> };

/** What this browser posted to this place without a session, if the form was issued to this person. */
export async function keptText(
  cookies: string | null,
  { person, place, now }: { person: PersonRef; place: string; now: Date },
): Promise<Kept | null> {
  const value = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]+)\\.([\\w-]+)`).exec(cookies ?? "");
  if (!value) return null;
  const [, name = "", key = ""] = value;
  const [row] = await sessions.transaction(null, (tx) =>
    tx
      .select({ sealed: keptTexts.sealed, expiresAt: keptTexts.expiresAt })
      .from(keptTexts)
      .where(and(eq(keptTexts.id, hashed(name)), eq(keptTexts.issuedTo, mac("form account", person)))),
  );
  const text = row && row.expiresAt > now ? unseal(Buffer.from(key, "base64url"), row.sealed) : null;
  if (!text) return null;
  const kept = JSON.parse(text) as { place: string; typed: string };
  if (kept.place !== place) return null;
  const forget = async () => {
    await sessions.transaction(null, (tx) => tx.delete(keptTexts).where(eq(keptTexts.id, hashed(name))));
    return cookie("", 0);
  };
  return { typed: new URLSearchParams(kept.typed), forget };
}
