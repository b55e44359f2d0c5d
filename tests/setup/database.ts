import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, inject } from "vitest";
import { closeConnections, configureDatabase, type DatabaseAddress } from "#db/connections/addresses.server";
import { loginOf, type Side, sides } from "#db/connections/sides";
import { createDatabase, dropDatabase } from "#db/embedded/databases.server";
import { setTestEnvironment } from "./environment";

export type TestDatabase = {
  name: string;
  address: Extract<DatabaseAddress, { kind: "embedded" }>;
  /** The owner's login: sees everything, for preparing and for looking afterwards. */
  owner: postgres.Sql;
  /** An address for each side's own login. */
  urls: Record<Side, string>;
  ownerUrl: string;
  drop(): Promise<void>;
};

const url = (username: string, password: string, { host, port }: { host: string; port: number }, name: string) =>
  `postgres://${username}:${password}@${host}:${port}/${name}`;

/** A fresh, migrated database that nothing is configured for and nobody removes: mostly for `testDatabase`. */
export async function freshDatabase(): Promise<TestDatabase> {
  const { superuser, template, passwords, ownerPassword } = inject("testCluster");
  const name = `test_${randomBytes(8).toString("hex")}`;
  await createDatabase(superuser, name, template);
  const { host, port } = superuser;
  const ownerUrl = url("fund_owner", ownerPassword, superuser, name);
  const owner = postgres(ownerUrl, { max: 4, onnotice: () => {} });
  const urls = sides.map((side) => [side, url(loginOf(side), passwords[side], superuser, name)]);
  return {
    name,
    owner,
    ownerUrl,
    urls: Object.fromEntries(urls) as Record<Side, string>,
    address: { kind: "embedded", host, port, database: name, passwords, ownerPassword },
    drop: async () => {
      await owner.end({ timeout: 5 });
      await dropDatabase(superuser, name);
    },
  };
}

/** Registered when a test file imports this one, so that it runs last, whoever calls `testDatabase` and when. */
const endings: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const end of endings.splice(0)) await end();
});

/** A fresh, migrated database, with every side connected to it, and a data folder; both go when the test file ends. */
export async function testDatabase(): Promise<TestDatabase> {
  await closeConnections();
  const dataDir = await mkdtemp(join(tmpdir(), "fund-test-data-"));
  setTestEnvironment(dataDir);
  const database = await freshDatabase();
  configureDatabase(database.address);
  endings.push(async () => {
    await closeConnections();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });
  return database;
}
