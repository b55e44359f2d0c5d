import { chmod, copyFile, mkdir, open, readdir } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type { Readable } from "node:stream";
import type { Part } from "./manifest";

type Put = (path: string, source: Readable, mode: number) => Promise<void>;

/** Every file below a folder that may not exist. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

const unlessGone = (error: NodeJS.ErrnoException) => {
  if (error.code === "ENOENT") return null;
  throw error;
};

/**
 * Saves the files of a folder that are new or changed since they were last looked at. Called before and after the
 * database is saved, it keeps every file that the database speaks of. What is taken away or gets its name meanwhile is
 * gone: under its name it is found the next time. Anything else that cannot be read is an error.
 */
export function fileSaver(folder: string, prefix: string, put: Put) {
  const seen = new Map<string, string>();
  return async () => {
    for (const file of (await filesIn(folder)).sort()) {
      // Held open from here on: whatever becomes of its name, this is the file that is looked at and saved.
      const held = await open(join(folder, file)).catch(unlessGone);
      if (!held) continue;
      const facts = await held.stat();
      const mark = `${facts.ino} ${facts.size} ${facts.mtimeMs}`;
      if (seen.get(file) === mark) {
        await held.close();
        continue;
      }
      seen.set(file, mark);
      await put(`${prefix}/${file}`, held.createReadStream(), facts.mode & 0o777);
    }
  };
}

/** Puts the saved files of one folder back, with the rights they had. */
export async function bringFilesBack(backup: string, dataDir: string, parts: Part[]) {
  for (const { path, mode } of parts) {
    const file = join(dataDir, path);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await copyFile(join(backup, path), file);
    await chmod(file, mode);
  }
}
