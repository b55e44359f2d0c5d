import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { and, desc, eq, gt, inArray } from "drizzle-orm";
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
/** Texts one browser can ask for, such as of several pages that were open when the session ended. */
const mostInCookie = 10;

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

/** What the cookie holds of one text: the name it is kept under, and the key that opens it. */
type Claim = { name: string; key: string };

/** The claims a browser brings, the newest first. */
function claimsIn(cookies: string | null): Claim[] {
  const [, value = ""] = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w.~-]+)`).exec(cookies ?? "") ?? [];
  return value
    .split("~")
    .map((claim) => claim.split("."))
    .flatMap(([name, key]) => (name && key ? [{ name, key }] : []))
    .slice(0, mostInCookie);
}

const cookieOf = (claims: Claim[]) =>
  claims.length === 0
    ? cookie("", 0)
    : cookie(claims.map(({ name, key }) => `${name}.${key}`).join("~"), keptFor / 1000);

const cookie = (value: string, seconds: number) =>
  `${cookieName}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${
    environment().appUrl.startsWith("https:") ? "; Secure" : ""
  }`;

/**
 * Keeps what was typed into a form of ours whose session has ended, for a day, sealed with a key that only the answer's
 * cookie holds. Returns that cookie, which goes on holding what it held; null where there is nothing of ours to keep.
 */
export async function keepText(
  cookies: string | null,
  { place, typed, now }: { place: string; typed: URLSearchParams; now: Date },
): Promise<string | null> {
  const account = accountOf(typed.get(formField) ?? "");
  const text = JSON.stringify({ place, typed: typed.toString() });
  if (!account || text.length > mostBytes) return null;
  const [name, key] = [randomBytes(16).toString("base64url"), randomBytes(32)];
  await sessions.transaction(null, async (tx) => {
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
  const claims = [{ name, key: key.toString("base64url") }, ...claimsIn(cookies)];
  return cookieOf(claims.slice(0, mostInCookie));
}

/** A form that was posted without a session; its name says which one its author means. */
type KeptForm = { name: string; typed: URLSearchParams };

type Kept = {
  /** Each form that was posted, the newest first: two tabs may have held the same page. */
  forms: KeptForm[];
  /** Forgets those of these names, and returns the cookie that still holds the others. */
  forget: (names: readonly string[]) => Promise<string>;
};

/** Whether this browser may ask for anything that was kept; looked up for nobody, because nobody is signed in yet. */
export const asksForKept = (cookies: string | null): boolean => claimsIn(cookies).length > 0;

/** What this browser posted to this place without a session, if the forms were issued to this person. Looking writes nothing. */
export async function keptText(
  cookies: string | null,
  { person, place, now }: { person: PersonRef; place: string | ((place: string) => boolean); now: Date },
): Promise<Kept | null> {
  const claims = claimsIn(cookies);
  if (claims.length === 0) return null;
  const isHere = typeof place === "string" ? (asked: string) => asked === place : place;
  const ids = claims.map(({ name }) => hashed(name));
  const rows = await sessions.glance(null, (tx) =>
    tx
      .select({ id: keptTexts.id, sealed: keptTexts.sealed })
      .from(keptTexts)
      .where(
        and(
          inArray(keptTexts.id, ids),
          eq(keptTexts.issuedTo, mac("form account", person)),
          gt(keptTexts.expiresAt, now),
        ),
      ),
  );
  const here = claims.flatMap((claim) => {
    const row = rows.find(({ id }) => id === hashed(claim.name));
    const text = row && unseal(Buffer.from(claim.key, "base64url"), row.sealed);
    const kept = text ? (JSON.parse(text) as { place: string; typed: string }) : null;
    return row && kept && isHere(kept.place) ? [{ name: row.id, typed: new URLSearchParams(kept.typed) }] : [];
  });
  if (here.length === 0) return null;
  const forget = async (names: readonly string[]) => {
    const done = here.filter(({ name }) => names.includes(name)).map(({ name }) => name);
    if (done.length > 0)
      await sessions.transaction(null, (tx) => tx.delete(keptTexts).where(inArray(keptTexts.id, done)));
    return cookieOf(claims.filter(({ name }) => !done.includes(hashed(name))));
  };
  return { forms: here, forget };
}
