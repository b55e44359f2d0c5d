import { createHash, randomBytes } from "node:crypto";
import { inflateSync } from "node:zlib";
import type { Sql } from "postgres";

export type Answer = { asked: string; status: number; headers: string; bytes: Buffer; text: string };
export type Asking = { method?: string; headers?: Record<string, string>; body?: string };

/** One request as a browser would send it, and everything that came back. */
export async function ask(
  url: string,
  path: string,
  { method = "GET", headers = {}, body }: Asking = {},
): Promise<Answer> {
  const response = await fetch(url + path, {
    method,
    headers: { "Accept-Encoding": "identity", ...headers },
    body,
    redirect: "manual",
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const told = [...response.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
  return { asked: `${method} ${path}`, status: response.status, headers: told, bytes, text: bytes.toString("utf8") };
}

/** The cookie of somebody who signed in before. */
export async function cookieOf(owner: Sql, person: string): Promise<string> {
  const id = randomBytes(20).toString("hex");
  const expiresAt = new Date(Date.now() + 20 * 365 * 86_400_000);
  await owner`insert into access.sessions (id, user_id, expires_at)
    values (${createHash("sha256").update(id).digest("hex")}, ${person}, ${expiresAt})`;
  return `fund_session=${id}`;
}

export const personAt = async (owner: Sql, email: string): Promise<string> => {
  const [row] = await owner<{ ref: string }[]>`select ref from identity.persons where email = ${email}`;
  if (!row) throw new Error(`Nobody has the address ${email}.`);
  return row.ref;
};

/** The streams of a PDF as they read once they are unpacked. */
function unpacked(bytes: Buffer): string[] {
  const raw = bytes.toString("latin1");
  return [...raw.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: { length } }) => {
    try {
      return [inflateSync(bytes.subarray(index + length), { finishFlush: 2 }).toString("latin1")];
    } catch {
      return [];
    }
  });
}

const hex = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding).toString("hex");
const bigEndian = (text: string) => Buffer.from(text, "utf16le").swap16();

/** Where a word is heard in an answer: as it is, in capitals, encoded, in wide letters, in hex, in a packed stream. */
export function heard(bird: string, answer: Pick<Answer, "asked" | "headers" | "bytes">): string[] {
  const { bytes, headers, asked } = answer;
  const pieces = [bytes.toString("latin1"), headers];
  if (bytes.subarray(0, 5).toString() === "%PDF-") pieces.push(...unpacked(bytes));
  const wide = bigEndian(bird).toString("latin1");
  const forms = [
    bird,
    wide,
    hex(bird, "utf8"),
    bigEndian(bird).toString("hex"),
    Buffer.from(bird).toString("base64").slice(0, -2),
  ];
  return pieces.flatMap((piece) => {
    const low = piece.toLowerCase();
    const form = forms.find((one) => low.includes(one.toLowerCase()));
    if (!form) return [];
    const at = low.indexOf(form.toLowerCase());
    return [`${asked}: …${piece.slice(Math.max(0, at - 60), at + 60)}…`];
  });
}
