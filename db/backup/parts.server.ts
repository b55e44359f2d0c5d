import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { BackupProblem, type Manifest, manifestSchema, type Part } from "./manifest";

/** Hashes what passes through. */
function meter() {
  const hash = createHash("sha256");
  let bytes = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { through, result: () => ({ sha256: hash.digest("hex"), bytes }) };
}

/** Writes one part of a backup; what is hashed is what was written, even if the source changes meanwhile. */
export async function writePart(folder: string, path: string, source: Readable, mode = 0o600): Promise<Part> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const { through, result } = meter();
  await pipeline(source, through, createWriteStream(file, { mode: 0o600 }));
  return { path, mode, ...result() };
}

const manifestFile = (folder: string) => join(folder, "manifest.json");
const sealOf = (text: string) => createHash("sha256").update(text).digest("hex");

/** The manifest comes last and at once: a folder without it is no backup. */
export async function writeManifest(folder: string, manifest: Manifest) {
  const text = JSON.stringify(manifest, null, 2);
  await writeFile(join(folder, "manifest.sha256"), `${sealOf(text)}  manifest.json\n`, { mode: 0o600 });
  await writeFile(`${manifestFile(folder)}.draft`, text, { mode: 0o600 });
  await rename(`${manifestFile(folder)}.draft`, manifestFile(folder));
}

async function checkPart(folder: string, { path, sha256 }: Part) {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(join(folder, path)), hash);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new BackupProblem(`The backup lacks ${path}.`);
    throw error;
  }
  if (hash.digest("hex") !== sha256) throw new BackupProblem(`${path} is not what the backup wrote: it is damaged.`);
}

/** Reads a backup's manifest after checking every byte the backup consists of. */
export async function readCheckedManifest(folder: string): Promise<Manifest> {
  const text = await readFile(manifestFile(folder), "utf8").catch(() => {
    throw new BackupProblem(`There is no complete backup in ${folder}: manifest.json is missing.`);
  });
  const seal = await readFile(join(folder, "manifest.sha256"), "utf8").catch(() => "");
  if (!seal.startsWith(sealOf(text)))
    throw new BackupProblem("manifest.json is not what the backup wrote: it is damaged.");
  const manifest = manifestSchema.parse(JSON.parse(text));
  for (const part of manifest.parts) await checkPart(folder, part);
  return manifest;
}
