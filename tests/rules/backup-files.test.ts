import { renameSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { fileSaver } from "#db/backup/files.server";
import { writePart } from "#db/backup/parts.server";

let folder: string;
let uploads: string;
let saved: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fund-files-"));
  uploads = join(folder, "uploads");
  saved = [];
  await mkdir(uploads);
  for (const name of ["a", "b.part", "c"]) await writeFile(join(uploads, name), `what ${name} holds`);
});
afterEach(() => rm(folder, { recursive: true }));

/** A saver during whose work an upload gets its name, at the moment before this file is saved. */
function saverWhile(renamedBefore: string) {
  return fileSaver(uploads, "uploads", async (path, source, mode) => {
    if (path === renamedBefore) renameSync(join(uploads, "b.part"), join(uploads, "b"));
    await writePart(join(folder, "backup"), path, source, mode);
    saved.push(path);
  });
}
const backedUp = (name: string) => readFile(join(folder, "backup/uploads", name), "utf8");

it("an upload that gets its name before it is opened is gone, and found under its name the next time", async () => {
  const save = saverWhile("uploads/a");
  await save();
  expect(saved).toEqual(["uploads/a", "uploads/c"]);
  await save();
  expect(saved).toEqual(["uploads/a", "uploads/c", "uploads/b"]);
  expect(await backedUp("b")).toBe("what b.part holds");
});

it("an upload that gets its name while it is being saved ends no backup", async () => {
  const save = saverWhile("uploads/b.part");
  await save();
  expect(saved).toEqual(["uploads/a", "uploads/b.part", "uploads/c"]);
  await save();
  expect(saved.at(-1)).toBe("uploads/b");
  expect(await backedUp("b")).toBe("what b.part holds");
  await save();
  expect(saved).toHaveLength(4);
});
