import { execFile } from "node:child_process";
import { chown, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Binaries, bareEnvironment } from "./binaries.server";
import { makePasswords } from "./passwords.server";
import type { Place } from "./place.server";

const run = promisify(execFile);

/** Makes the data folder of a new cluster. It gets its name only when it is complete. */
export async function createCluster(place: Place, binaries: Binaries, forTests: boolean) {
  if (await stat(place.cluster).catch(() => null)) return;
  const { superuser } = await makePasswords(place.passwords);
  const draft = join(place.home, "cluster.draft");
  const passwordFile = join(place.home, "initial-password");
  await rm(draft, { recursive: true, force: true });
  await writeFile(passwordFile, superuser, { mode: 0o600 });
  if (place.account) await chown(passwordFile, place.account.uid, place.account.gid);
  try {
    await run(
      binaries.initdb,
      [
        ["-D", draft, "-U", "postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`, "--no-instructions"],
        ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"],
        forTests ? ["--no-sync"] : [],
      ].flat(),
      { ...place.account, cwd: place.home, env: bareEnvironment },
    );
    await rename(draft, place.cluster);
  } finally {
    await rm(passwordFile, { force: true });
  }
}
