import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { expect, inject, it, onTestFinished } from "vitest";
import { createDatabase, dropDatabase } from "#db/embedded/databases.server";
import { migrateDatabase } from "#db/migrate.server";

/** An empty database, and a function that opens clients of the owner on it. */
async function emptyDatabase() {
  const { superuser, ownerPassword } = inject("testCluster");
  const name = `test_${randomBytes(8).toString("hex")}`;
  await createDatabase(superuser, name);
  onTestFinished(async () => void (await dropDatabase(superuser, name)));
  const { host, port } = superuser;
  const login = { host, port, database: name, username: "fund_owner", password: ownerPassword };
  return () => postgres({ ...login, max: 1, onnotice: () => {} });
}

async function migrationsOf(statements: string[]) {
  const folder = await mkdtemp(join(tmpdir(), "fund-migrations-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "meta"));
  const entries = statements.map((_, index) => ({
    idx: index,
    when: index + 1,
    tag: `000${index}`,
    breakpoints: true,
  }));
  await writeFile(join(folder, "meta/_journal.json"), JSON.stringify({ version: "7", dialect: "postgresql", entries }));
  for (const [index, statement] of statements.entries()) await writeFile(join(folder, `000${index}.sql`), statement);
  return folder;
}

const slow = "create table made_once (one int); select pg_sleep(0.5);";

it("processes that migrate at the same moment take turns, and all succeed", async () => {
  const client = await emptyDatabase();
  const folder = await migrationsOf([slow]);
  await Promise.all([1, 2, 3].map(() => migrateDatabase(client(), folder)));
  const owner = client();
  expect(await owner`select count(*)::int as count from drizzle.__drizzle_migrations`).toEqual([{ count: 1 }]);
  await owner.end();
});

it("without the lock they would fail", async () => {
  const client = await emptyDatabase();
  await migrateDatabase(client(), await migrationsOf(["select 1;"]));
  const folder = await migrationsOf(["select 1;", slow]);
  const clients = [client(), client()];
  const results = await Promise.allSettled(clients.map((each) => migrate(drizzle(each), { migrationsFolder: folder })));
  await Promise.all(clients.map((each) => each.end()));
  expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
});

it("the fund's own migrations run on an empty database, also twice at once", async () => {
  const client = await emptyDatabase();
  await Promise.all([migrateDatabase(client()), migrateDatabase(client())]);
  const owner = client();
  const [row] = await owner`select count(*)::int as count from drizzle.__drizzle_migrations`;
  expect(row?.count).toBeGreaterThan(0);
  await owner.end();
});

it("a client with more than one connection is refused: the lock would not cover it", async () => {
  const client = postgres({ max: 2 });
  await expect(migrateDatabase(client)).rejects.toThrow("max: 1");
  await client.end();
});
