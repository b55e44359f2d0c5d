import { randomUUID } from "node:crypto";
import { link, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Place } from "./place.server";
import { birthOf } from "./process-birth.server";

/** One use of a cluster by one process. Exactly one of them holds the cluster, and only the holder stops it. */
export type Use = { token: string; pid: number; birth: string };
export type Holder = Use & { state: "starting" | "serving" | "stopping" };

export const newUse = (): Use => ({ token: randomUUID(), pid: process.pid, birth: birthOf(process.pid) ?? "" });

async function read<T extends Use>(file: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT" || error instanceof SyntaxError) return null;
    throw error;
  }
}

const lives = (use: Use) => birthOf(use.pid) === use.birth;
const registration = (place: Place, use: Use) => join(place.attached, use.token);

export const readHolder = (place: Place) => read<Holder>(place.holder);

async function draftOf(place: Place, content: Use) {
  const draft = join(place.folder, `draft-${randomUUID()}`);
  await writeFile(draft, JSON.stringify(content), { mode: 0o600 });
  return draft;
}

/** Says who holds the cluster now, and what it is doing. */
export async function writeHolder(place: Place, holder: Holder) {
  await rename(await draftOf(place, holder), place.holder);
}

/** Puts away the file of a holder that died; one that took its place meanwhile gets it back. */
async function clearDead(place: Place, dead: Holder) {
  const aside = join(place.folder, `dead-${randomUUID()}`);
  await rename(place.holder, aside).catch(() => {});
  const moved = await read<Holder>(aside);
  if (moved && moved.token !== dead.token) await link(aside, place.holder).catch(() => {});
  await rm(aside, { force: true });
}

/** Tries to become the holder. Null: a living process is. */
export async function takeHold(place: Place, use: Use): Promise<Holder | null> {
  const current = await readHolder(place);
  if (current && lives(current)) return null;
  if (current) await clearDead(place, current);
  const holder: Holder = { ...use, state: "starting" };
  const draft = await draftOf(place, holder);
  try {
    await link(draft, place.holder);
    return holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return null;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Registers a use beside the holder's. False: the holder is about to stop, and the use does not count. */
export async function attach(place: Place, use: Use): Promise<boolean> {
  await rename(await draftOf(place, use), registration(place, use));
  const holder = await readHolder(place);
  if (holder?.state === "serving" && lives(holder)) return true;
  await rm(registration(place, use), { force: true });
  return false;
}

async function livingUses(place: Place): Promise<Use[]> {
  const files = await readdir(place.attached);
  const uses = await Promise.all(files.map((file) => read<Use>(join(place.attached, file))));
  return uses.filter((use): use is Use => use !== null && lives(use));
}

/**
 * Ends a use. True: it held the cluster and nobody else uses it, so the caller must stop the server and then
 * call `letGo`. A holder that leaves while others use the cluster hands it to one of them.
 */
export async function leave(place: Place, use: Use): Promise<boolean> {
  await rm(registration(place, use), { force: true });
  if ((await readHolder(place))?.token !== use.token) return false;
  await writeHolder(place, { ...use, state: "stopping" });
  for (;;) {
    const [heir] = await livingUses(place);
    if (!heir) return true;
    await writeHolder(place, { ...heir, state: "serving" });
    if (await read(registration(place, heir))) return false;
    await writeHolder(place, { ...use, state: "stopping" });
  }
}

/** Nobody holds the cluster any more. */
export async function letGo(place: Place) {
  for (const file of await readdir(place.attached)) await rm(join(place.attached, file), { force: true });
  await rm(place.holder, { force: true });
}
