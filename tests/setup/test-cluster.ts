import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { type EmbeddedCluster, startEmbedded } from "#db/embedded/start-embedded.server";
import { migrateDatabase, migrationsFolder } from "#db/migrate.server";

export type TestCluster = { cluster: EmbeddedCluster; template: string; stop(): Promise<void> };

/** A name that changes with the migrations, so that a template is never older than they are. */
export function templateName(folder = migrationsFolder()) {
  const hash = createHash("sha256");
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (/\.(sql|json)$/.test(file)) hash.update(file).update(readFileSync(join(folder, file)));
  }
  return `template_${hash.digest("hex").slice(0, 16)}`;
}

/** A client with the owner's login on one database of a test cluster. */
export function ownerOf(cluster: EmbeddedCluster, database: string, max = 1) {
  const { host, port } = cluster.superuser;
  const login = { username: "fund_owner", password: cluster.ownerPassword };
  return postgres({ host, port, database, ...login, max, onnotice: () => {} });
}

async function buildTemplate(cluster: EmbeddedCluster) {
  const name = templateName();
  await cluster.createDatabase(name);
  await migrateDatabase(ownerOf(cluster, name));
  return name;
}

/** One cluster in a temporary folder, with a migrated template; it dies with this process in any case. */
export async function startTestCluster(): Promise<TestCluster> {
  const folder = mkdtempSync(join(tmpdir(), "fund-tests-"));
  const cluster = await startEmbedded({ folder, forTests: true });
  const stop = async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { cluster, template: await buildTemplate(cluster), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
