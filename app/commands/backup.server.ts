import { existsSync } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileSaver } from "#db/backup/files.server";
import { BackupProblem, type Manifest, type Part } from "#db/backup/manifest";
import { writeManifest, writePart } from "#db/backup/parts.server";
import { saveDatabase } from "#db/backup/save-database.server";
import { ownerConnection } from "#db/connections/addresses.server";
import { EnvironmentProblem, environment } from "~/http/environment.server";
import { openDatabase } from "./open-database.server";

/** Saves the database, the uploads and the keys into an empty folder, while people go on working. */
async function backUp(dataDir: string, folder: string): Promise<Manifest> {
  const parts = new Map<string, Part>();
  const put = async (path: string, source: Parameters<typeof writePart>[2], mode?: number) => {
    parts.set(path, await writePart(folder, path, source, mode));
  };
  const saveUploads = fileSaver(join(dataDir, "uploads"), "uploads", put);
  const owner = ownerConnection();
  try {
    await saveUploads();
    const saved = await saveDatabase(owner, put);
    await saveUploads();
    await fileSaver(join(dataDir, "keys"), "keys", put)();
    const madeAt = new Date().toISOString();
    const manifest: Manifest = { format: 1, madeAt, ...saved, parts: [...parts.values()] };
    await writeManifest(folder, manifest);
    return manifest;
  } finally {
    await owner.end({ timeout: 5 });
  }
}

/** npm run backup -- <folder> */
export async function run([folder]: string[]): Promise<void> {
  if (!folder) throw new EnvironmentProblem("Name the folder for the backup: npm run backup -- <folder>");
  const target = resolve(folder);
  const { dataDir, databaseUrl } = environment();
  if (!databaseUrl && !existsSync(join(dataDir, "database"))) {
    throw new EnvironmentProblem(`There is no database in ${dataDir}: set DATA_DIR to the folder to save.`);
  }
  await mkdir(target, { recursive: true, mode: 0o700 });
  if ((await readdir(target)).length > 0) throw new EnvironmentProblem(`${target} is not empty: name a new folder.`);
  const database = await openDatabase();
  try {
    const { tables, parts } = await backUp(dataDir, target);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(
      `Saved ${rows} rows of ${tables.length} tables and ${parts.length - tables.length} files in ${target}.`,
    );
  } catch (problem) {
    throw problem instanceof BackupProblem ? new EnvironmentProblem(problem.message) : problem;
  } finally {
    await database.close();
  }
}
