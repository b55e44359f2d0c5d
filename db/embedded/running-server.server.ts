import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { readPasswords } from "./passwords.server";
import type { Place } from "./place.server";
import { birthOf, isPostgres } from "./process-birth.server";
import { asSuperuser, type SuperuserAddress } from "./superuser.server";

export type RunningServer = { pid: number; address: SuperuserAddress };

type PidFile = { pid: number; startedAt: number; port: number; ready: boolean };

/** What the server wrote about itself: see "postmaster.pid" in PostgreSQL's own documentation. */
export async function readPidFile(place: Place): Promise<PidFile | null> {
  const text = await readFile(join(place.cluster, "postmaster.pid"), "utf8").catch(() => "");
  const [pid, , startedAt, port, , , , status] = text.split("\n").map((line) => line.trim());
  if (!pid) return null;
  return { pid: Number(pid), startedAt: Number(startedAt), port: Number(port), ready: status === "ready" };
}

async function isOurs(file: PidFile, address: SuperuserAddress) {
  const [row] = await asSuperuser(
    address,
    (sql) => sql<{ started: number }[]>`select extract(epoch from pg_postmaster_start_time())::float8 as started`,
  );
  return row !== undefined && Math.abs(row.started - file.startedAt) < 3;
}

/**
 * A server that already runs on these data, left behind by a process that was killed. The number in its file is not
 * proof: the process must live, know our password, and have started at the time the file says.
 */
export async function findRunning(place: Place): Promise<RunningServer | null> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const file = await readPidFile(place);
    if (!file || birthOf(file.pid) === null) return null;
    if (!isPostgres(file.pid)) {
      await rm(join(place.cluster, "postmaster.pid"), { force: true });
      return null;
    }
    if (file.ready) {
      const { superuser } = await readPasswords(place.passwords);
      const address = { host: "127.0.0.1", port: file.port, username: "postgres", password: superuser };
      if (await isOurs(file, address).catch(() => false)) return { pid: file.pid, address };
    }
    await setTimeout(100);
  }
  throw new Error(`A PostgreSQL server on ${place.cluster} neither answers nor ends: see ${place.log}.`);
}

/** Stops the server: connections are closed at once and everything committed is kept. */
export async function stopServer(server: RunningServer) {
  const birth = birthOf(server.pid);
  if (birth === null) return;
  process.kill(server.pid, "SIGINT");
  for (let waited = 0; birthOf(server.pid) === birth; waited += 20) {
    if (waited === 30_000) process.kill(server.pid, "SIGQUIT");
    if (waited > 60_000) throw new Error(`PostgreSQL (process ${server.pid}) does not stop.`);
    await setTimeout(20);
  }
}
