import { chmod, chown, lstat, mkdir, mkdtemp, realpath, symlink } from "node:fs/promises";
import { join } from "node:path";
import { type Account, canEnter, serverAccount } from "./account.server";

/** Where a cluster keeps its things. Only `home` belongs to the server's account; the rest is ours alone. */
export type Place = {
  folder: string;
  home: string;
  cluster: string;
  passwords: string;
  holder: string;
  attached: string;
  log: string;
  account: Account | undefined;
};

/** For a data folder the server's account cannot reach, such as one under a closed home of root. */
const elsewhere = "/var/lib/safe-online-research-fund";

async function homeFor(folder: string, account: Account | undefined, notice: (line: string) => void) {
  const home = join(folder, "server");
  if (!(await lstat(home).catch(() => null))) {
    if (canEnter(account, folder)) {
      await mkdir(home, { mode: 0o700, recursive: true });
    } else {
      await mkdir(elsewhere, { recursive: true, mode: 0o755 });
      const outside = await mkdtemp(join(elsewhere, "database-"));
      await symlink(outside, home).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "EEXIST") throw error;
      });
      notice(`PostgreSQL cannot enter ${folder}: the database itself lives in ${await realpath(home)}`);
    }
  }
  const real = await realpath(home);
  if (account) await chown(real, account.uid, account.gid);
  return real;
}

/** Prepares the folder of a cluster, and moves the data elsewhere when the server could not reach them. */
export async function preparePlace(folder: string, notice: (line: string) => void): Promise<Place> {
  await mkdir(join(folder, "attached"), { recursive: true });
  const account = serverAccount(join(folder, "server"));
  if (account) await chmod(folder, 0o711);
  const home = await homeFor(folder, account, notice);
  return {
    folder,
    home,
    account,
    cluster: join(home, "cluster"),
    passwords: join(folder, "passwords.json"),
    holder: join(folder, "holder.json"),
    attached: join(folder, "attached"),
    log: join(folder, "server.log"),
  };
}
