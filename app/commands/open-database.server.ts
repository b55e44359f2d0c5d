import { join } from "node:path";
import { closeConnections, configureDatabase, ownerConnection } from "#db/connections/addresses.server";
import { mustBeCorrected } from "#db/connections/driver.server";
import { type EmbeddedCluster, startEmbedded } from "#db/embedded/start-embedded.server";
import { migrateDatabase } from "#db/migrate.server";
import { refuseMissingKeys } from "~/audit/signing-keys.server";
import { EnvironmentProblem, environment } from "~/http/environment.server";

export const databaseName = "fund";

export type OpenDatabase = {
  /** The embedded cluster, or null where the operator brought a database. */
  cluster: EmbeddedCluster | null;
  close(): Promise<void>;
};

/** Opens the database of this environment: the operator's own, or the embedded one in DATA_DIR. */
export async function openDatabase(): Promise<OpenDatabase> {
  mustBeCorrected();
  const { databaseUrl, dataDir, demo } = environment();
  if (databaseUrl) {
    if (demo) throw new EnvironmentProblem("The demo brings its own database: unset DATABASE_URL, or use npm start.");
    configureDatabase({ kind: "url", url: databaseUrl });
    return { cluster: null, close: closeConnections };
  }
  const cluster = await startEmbedded({ folder: join(dataDir, "database"), notice: console.error });
  await cluster.ensureDatabase(databaseName);
  configureDatabase(cluster.address(databaseName));
  return {
    cluster,
    close: async () => {
      await closeConnections();
      await cluster.stop();
    },
  };
}

/** True when the data in the database are the demo's. */
export async function holdsDemo(): Promise<boolean> {
  const owner = ownerConnection();
  try {
    const [marker] = await owner`select value from settings where key = 'demo'`;
    return marker !== undefined;
  } finally {
    await owner.end();
  }
}

async function mustHaveKeys() {
  const owner = ownerConnection();
  try {
    await refuseMissingKeys(owner);
  } finally {
    await owner.end();
  }
}

/** Opens the database and brings it to the newest migration; refuses one that was signed with keys that are not here. */
export async function openMigratedDatabase(): Promise<OpenDatabase> {
  const open = await openDatabase();
  try {
    await migrateDatabase();
    await mustHaveKeys();
    return open;
  } catch (problem) {
    await open.close();
    throw problem;
  }
}
