import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ownerConnection } from "#db/connections/addresses.server";
import { reviewing } from "#db/connections/reviewing.server";
import { findBinaries } from "#db/embedded/binaries.server";
import { createCluster } from "#db/embedded/create-cluster.server";
import { launchServer } from "#db/embedded/launch-server.server";
import { dieWithParent } from "#db/embedded/parent-watch.server";
import { preparePlace } from "#db/embedded/place.server";
import { type RunningServer, stopServer } from "#db/embedded/running-server.server";
import { asSuperuser } from "#db/embedded/superuser.server";
import { canonicalHashes } from "#tests/setup/canonical-dump";
import { setTestEnvironment } from "#tests/setup/environment";
import { run as backup } from "~/commands/backup.server";
import { type OpenDatabase, openDatabase, openMigratedDatabase } from "~/commands/open-database.server";
import { run as restore } from "~/commands/restore.server";
import { readiness } from "~/http/health.server";

const silent = () => {};
let folder: string;
let server: RunningServer;

/** The database of an operator: a login of her own that is no superuser, on a server that knows nothing of the fund. */
const use = (database: string) =>
  setTestEnvironment(join(folder, database), {
    databaseUrl: `postgres://operator:hers@127.0.0.1:${server.address.port}/${database}`,
  });

async function within<T>(open: () => Promise<OpenDatabase>, work: () => Promise<T>): Promise<T> {
  const database = await open();
  return work().finally(() => database.close());
}

async function hashes() {
  const owner = ownerConnection();
  return canonicalHashes(owner).finally(() => owner.end());
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fund-own-server-"));
  await chmod(folder, 0o755);
  const place = await preparePlace(join(folder, "server"), silent);
  const binaries = await findBinaries(place.account, silent);
  await createCluster(place, binaries, true);
  server = await launchServer(place, binaries, true);
  dieWithParent(place, server);
  await asSuperuser(server.address, async (superuser) => {
    await superuser`create role operator login createrole password 'hers'`;
    await superuser`create database bought owner operator`;
    await superuser`create database brought_back owner operator`;
  });
});
afterAll(async () => {
  await stopServer(server);
  await rm(folder, { recursive: true, force: true });
});

it("a server of one's own takes the migrations of a login that is no superuser, and says that the sides share it", async () => {
  use("bought");
  await within(openMigratedDatabase, async () => {
    expect(await readiness(() => new Date())).toMatchObject({ ready: true, degraded: ["sides_share_one_login"] });
  });
});

it("each side stays on its own there too", async () => {
  use("bought");
  await within(openDatabase, async () => {
    const asks = (statement: ReturnType<typeof sql>) => reviewing.transaction(null, (tx) => tx.execute(statement));
    expect([...(await asks(sql`select current_user::text as name`))]).toEqual([{ name: "fund_reviewing" }]);
    for (const table of ["identity.persons", "public.proposals", "public.decisions"]) {
      const reason = await asks(sql`select from ${sql.raw(table)}`).catch((problem) =>
        String(problem.cause ?? problem),
      );
      expect(reason).toContain("permission denied");
    }
  });
});

it("what was saved from it comes back into another database of it", async () => {
  use("bought");
  await within(openMigratedDatabase, async () => {
    const owner = ownerConnection();
    await owner`insert into settings (key, value) values ('kept', ${owner.json({ words: "é – ع" })})`;
    await owner.end();
  });
  const before = await within(openDatabase, hashes);
  await backup([join(folder, "saved")]);
  use("brought_back");
  await restore([join(folder, "saved")]);
  expect(await within(openDatabase, hashes)).toEqual(before);
  expect(Object.keys(before).length).toBeGreaterThan(30);
});
