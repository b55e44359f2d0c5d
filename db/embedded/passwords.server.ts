import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { type Side, sides } from "#db/connections/sides";

/** The random passwords of one cluster. */
export type ClusterPasswords = { superuser: string; owner: string; sides: Record<Side, string> };

const random = () => randomBytes(24).toString("base64url");

/** Reads the passwords kept beside the data, readable by us alone. */
export async function readPasswords(file: string): Promise<ClusterPasswords> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Error(`The database is there but its passwords are not: ${file} is missing.`);
  });
  return JSON.parse(text) as ClusterPasswords;
}

/** Makes and keeps the passwords of a new cluster; those of an abandoned attempt are used again. */
export async function makePasswords(file: string): Promise<ClusterPasswords> {
  const sidesWithPasswords = Object.fromEntries(sides.map((side) => [side, random()])) as Record<Side, string>;
  const passwords: ClusterPasswords = { superuser: random(), owner: random(), sides: sidesWithPasswords };
  await writeFile(file, JSON.stringify(passwords, null, 2), { mode: 0o600, flag: "wx" }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    },
  );
  return readPasswords(file);
}
