import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type postgres from "postgres";
import { EnvironmentProblem, environment } from "~/http/environment.server";

export type Signature = { signature: string; keyId: string };

const folder = () => join(environment().dataDir, "keys");
const privateFile = (keyId: string) => join(folder(), `signing-${keyId}.private.pem`);
const publicFile = (keyId: string) => join(folder(), `signing-${keyId}.public.pem`);
/** Names the key that signs now; all others only verify. */
const currentFile = () => join(folder(), "signing-current");

const known = new Map<string, KeyObject>();

function keyIdOf(publicKey: KeyObject): string {
  const bytes = publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16);
}

/** Makes the first key. Where two processes start at once, the one that names its key first wins; the other's goes. */
function makeKey(): void {
  mkdirSync(folder(), { recursive: true, mode: 0o700 });
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const keyId = keyIdOf(publicKey);
  writeFileSync(privateFile(keyId), privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flag: "wx" });
  writeFileSync(publicFile(keyId), publicKey.export({ type: "spki", format: "pem" }), { mode: 0o644, flag: "wx" });
  const named = `${currentFile()}.${keyId}`;
  writeFileSync(named, keyId, { mode: 0o600 });
  try {
    linkSync(named, currentFile());
  } catch (problem) {
    rmSync(privateFile(keyId));
    rmSync(publicFile(keyId));
    if ((problem as NodeJS.ErrnoException).code !== "EEXIST") throw problem;
  } finally {
    rmSync(named);
  }
}

function currentKeyId(): string {
  if (!existsSync(currentFile())) makeKey();
  return readFileSync(currentFile(), "utf8").trim();
}

function keyFrom(file: string, read: (pem: Buffer) => KeyObject): KeyObject | null {
  const found = known.get(file);
  if (found) return found;
  if (!existsSync(file)) return null;
  const key = read(readFileSync(file));
  known.set(file, key);
  return key;
}

/**
 * Signs with the fund's current Ed25519 key, which is made on first use. The bytes are asked for with that key's id, for
 * those that name it.
 */
export function signBytes(bytesFor: (keyId: string) => Uint8Array): Signature {
  const keyId = currentKeyId();
  const key = keyFrom(privateFile(keyId), createPrivateKey);
  if (!key)
    throw new EnvironmentProblem(`The signing key ${keyId} is missing in ${folder()}: bring it back from the backup.`);
  return { signature: sign(null, bytesFor(keyId), key).toString("base64url"), keyId };
}

/** True when the bytes were signed by the named key of the fund; an unknown key verifies nothing. */
export function verifySignature(bytes: Uint8Array, { signature, keyId }: Signature): boolean {
  if (!/^[0-9a-f]{16}$/.test(keyId)) return false;
  const key = keyFrom(publicFile(keyId), createPublicKey);
  return key !== null && verify(null, bytes, key, Buffer.from(signature, "base64url"));
}

/** Every public key the fund ever signed with, for anyone who wants to check offline. */
export function publicKeys(): { keyId: string; pem: string }[] {
  currentKeyId();
  return readdirSync(folder())
    .map((name) => /^signing-([0-9a-f]{16})\.public\.pem$/.exec(name)?.[1])
    .filter((keyId) => keyId !== undefined)
    .sort()
    .map((keyId) => ({ keyId, pem: readFileSync(publicFile(keyId), "utf8") }));
}

/** Refuses to start beside a database that was signed with keys which are not here: nobody could check it any more. */
export async function refuseMissingKeys(owner: postgres.Sql): Promise<void> {
  const named = await owner<{ keyId: string }[]>`
    select key_id as "keyId" from audit.heads union select key_id from public.receipts`;
  const missing = named.map((row) => row.keyId).filter((keyId) => !existsSync(publicFile(keyId)));
  if (missing.length > 0) {
    throw new EnvironmentProblem(
      `The database was signed with keys that are not in ${folder()}: ${missing.join(", ")}. Bring them back from the backup.`,
    );
  }
}
