import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

/** What the file router said about an upload before its bytes came. */
export type Announcement = { metadata: Record<string, unknown>; slug: string };
/** What became of an upload, kept so that the same bytes sent again get the same answer. */
export type Outcome = { fileHash: string; serverData: unknown };

const dayInMs = 24 * 60 * 60 * 1000;

const sizeOf = async (path: string) => (await stat(path).catch(() => null))?.size ?? null;

async function readJson<T>(path: string): Promise<T | null> {
  const text = await readFile(path, "utf8").catch(() => null);
  return text === null ? null : (JSON.parse(text) as T);
}

async function writeWhole(path: string, text: string) {
  await writeFile(`${path}.new`, text, { mode: 0o600 });
  await rename(`${path}.new`, path);
}

/**
 * The folder of uploads: finished files under their keys, and beneath "arriving" what is still on its way. Callers
 * check keys first; a key is letters and digits only.
 */
export function ingestFolder(folder: string) {
  const arriving = join(folder, "arriving");
  const part = (key: string) => join(arriving, `${key}.part`);
  const announced = (key: string) => join(arriving, `${key}.json`);
  const outcome = (key: string) => join(arriving, `${key}.outcome.json`);
  const file = (key: string) => join(folder, key);
  const ready = mkdir(arriving, { recursive: true, mode: 0o700 });

  return {
    part,
    size: (key: string) => sizeOf(file(key)),
    received: async (key: string) => (await sizeOf(file(key))) ?? (await sizeOf(part(key))) ?? 0,
    announcement: (key: string) => readJson<Announcement>(announced(key)),
    outcome: (key: string) => readJson<Outcome>(outcome(key)),

    /** Remembers what was said about a key; false when the key is taken. */
    async announce(key: string, said: Announcement): Promise<boolean> {
      await ready;
      if ((await sizeOf(file(key))) !== null || (await sizeOf(outcome(key))) !== null) return false;
      try {
        await writeFile(announced(key), JSON.stringify(said), { mode: 0o600, flag: "wx" });
        return true;
      } catch (problem) {
        if ((problem as NodeJS.ErrnoException).code === "EEXIST") return false;
        throw problem;
      }
    },

    /** Makes room for bytes from this place on; false when the beginning is missing. */
    async prepare(key: string, from: number): Promise<boolean> {
      await ready;
      const handle = await open(part(key), "a", 0o600);
      try {
        if (from > (await handle.stat()).size) return false;
        await handle.truncate(from);
        return true;
      } finally {
        await handle.close();
      }
    },

    /** All bytes are here: the part becomes the file, safely on the disk. */
    async finish(key: string) {
      const handle = await open(part(key), "r+");
      await handle.sync();
      await handle.close();
      await rename(part(key), file(key));
    },

    async keepOutcome(key: string, said: Outcome) {
      await ready;
      await writeWhole(outcome(key), JSON.stringify(said));
      await rm(announced(key), { force: true });
    },

    async hash(key: string): Promise<string> {
      const md5 = createHash("md5");
      await pipeline(createReadStream(file(key)), md5);
      return md5.digest("hex");
    },

    read: (key: string, span?: { from: number; to: number }) =>
      createReadStream(file(key), span ? { start: span.from, end: span.to } : {}),

    discardPart: (key: string) => rm(part(key), { force: true }),

    async remove(key: string): Promise<boolean> {
      const there = (await sizeOf(file(key))) !== null;
      await Promise.all([file(key), part(key), announced(key)].map((path) => rm(path, { force: true })));
      return there;
    },

    /** Takes away what began to arrive more than a day ago; addresses hold for an hour only. */
    async sweep(now: number) {
      await ready;
      for (const name of await readdir(arriving)) {
        const path = join(arriving, name);
        const facts = await stat(path).catch(() => null);
        if (facts && now - facts.mtimeMs > dayInMs) await rm(path, { force: true });
      }
    },
  };
}
