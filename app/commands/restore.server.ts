import { join, resolve } from "node:path";
import { bringFilesBack, filesIn } from "#db/backup/files.server";
import { isEmpty, loadDatabase } from "#db/backup/load-database.server";
import { BackupProblem, type Manifest } from "#db/backup/manifest";
import { readCheckedManifest } from "#db/backup/parts.server";
import { ownerConnection } from "#db/connections/addresses.server";
import { EnvironmentProblem, environment } from "~/http/environment.server";
import { databaseName, openDatabase } from "./open-database.server";

/** A secret alone guards nothing yet: it is made whenever settings are read in a new folder. */
async function mustHoldNoFiles(dataDir: string) {
  const uploads = await filesIn(join(dataDir, "uploads"));
  const keys = (await filesIn(join(dataDir, "keys"))).filter((file) => file !== "session-secret");
  if (uploads.length + keys.length > 0) {
    throw new BackupProblem(`${dataDir} holds files already: restore into a new folder.`);
  }
}

async function bringBack(dataDir: string, folder: string, manifest: Manifest) {
  const database = await openDatabase();
  try {
    if (!(await isEmpty(ownerConnection))) {
      throw new BackupProblem("The database holds something already: restore into a new one.");
    }
    try {
      await loadDatabase(ownerConnection, folder, manifest);
      const files = manifest.parts.filter((part) => /^(uploads|keys)\//.test(part.path));
      await bringFilesBack(folder, dataDir, files);
      return files.length;
    } catch (problem) {
      await database.cluster?.dropDatabase(databaseName);
      throw problem;
    }
  } finally {
    await database.close();
  }
}

/** npm run restore -- <folder>: only into an empty place, and only a backup that is whole. */
export async function run([folder]: string[]): Promise<void> {
  if (!folder) throw new EnvironmentProblem("Name the folder of the backup: npm run restore -- <folder>");
  const source = resolve(folder);
  const { dataDir } = environment();
  try {
    const manifest = await readCheckedManifest(source);
    await mustHoldNoFiles(dataDir);
    const files = await bringBack(dataDir, source, manifest);
    console.log(`Brought back ${manifest.tables.length} tables and ${files} files, saved at ${manifest.madeAt}.`);
  } catch (problem) {
    throw problem instanceof BackupProblem ? new EnvironmentProblem(problem.message) : problem;
  }
}
