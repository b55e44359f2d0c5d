import { createHmac, timingSafeEqual } from "node:crypto";
import { keyFor } from "~/http/environment.server";
import type { PersonRef } from "~/values/person-ref";

const seal = (person: string, proposal: string, issued: string) =>
  createHmac("sha256", keyFor("grace")).update(`${person}:${proposal}:${issued}`).digest("base64url");

/** Says, signed by the server, when this person had the review page of this proposal before her. */
export function graceToken(person: PersonRef, proposal: string, now: Date): string {
  const issued = String(now.getTime());
  return `${issued}.${seal(person, proposal, issued)}`;
}

/** When a token was issued to this person for this proposal; null where it is not ours. */
export function readGraceToken(token: unknown, person: PersonRef, proposal: string): { issuedAt: Date } | null {
  if (typeof token !== "string") return null;
  const [issued = "", given = ""] = token.split(".");
  const own = Buffer.from(seal(person, proposal, issued));
  const other = Buffer.from(given);
  if (own.length !== other.length || !timingSafeEqual(own, other)) return null;
  return { issuedAt: new Date(Number(issued)) };
}
