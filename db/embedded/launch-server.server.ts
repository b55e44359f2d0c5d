import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { open, readFile, rename, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout } from "node:timers/promises";
import { type Binaries, bareEnvironment } from "./binaries.server";
import { readPasswords } from "./passwords.server";
import type { Place } from "./place.server";
import { type RunningServer, readPidFile } from "./running-server.server";

const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  timezone: "UTC",
  log_timezone: "UTC",
  jit: "off",
  // A statement or a key in an error message could carry personal data into the log.
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
};

const settingsForTests = { ...settings, fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (!address || typeof address === "string") throw new Error("There is no free port.");
  return address.port;
}

async function openLog(place: Place) {
  const existing = await stat(place.log).catch(() => null);
  if (existing && existing.size > 10_000_000) await rename(place.log, `${place.log}.1`);
  return open(place.log, "a", 0o600);
}

async function whenReady(place: Place, child: ChildProcess): Promise<boolean> {
  for (let waited = 0; waited < 60_000; waited += 15) {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    const file = await readPidFile(place);
    if (file?.pid === child.pid && file?.ready) return true;
    await setTimeout(15);
  }
  return false;
}

async function attempt(place: Place, binaries: Binaries, forTests: boolean): Promise<RunningServer | null> {
  const port = await freePort();
  const values = Object.entries(forTests ? settingsForTests : settings);
  const log = await openLog(place);
  const child = spawn(
    binaries.postgres,
    ["-D", place.cluster, "-p", String(port), ...values.flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    // Detached: Ctrl-C in the terminal must not reach the database before the application has finished its requests.
    {
      ...place.account,
      cwd: place.home,
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
      env: bareEnvironment,
    },
  );
  child.on("error", () => {});
  await log.close();
  child.unref();
  if (!(await whenReady(place, child))) {
    child.kill("SIGINT");
    return null;
  }
  const { superuser } = await readPasswords(place.passwords);
  return { pid: child.pid!, address: { host: "127.0.0.1", port, username: "postgres", password: superuser } };
}

/** Starts the server on a free port of this machine; a port that was taken meanwhile gets another try. */
export async function launchServer(place: Place, binaries: Binaries, forTests: boolean): Promise<RunningServer> {
  for (let tries = 0; tries < 3; tries += 1) {
    const server = await attempt(place, binaries, forTests);
    if (server) return server;
  }
  const said = (await readFile(place.log, "utf8").catch(() => "")).split("\n").slice(-8).join("\n");
  throw new Error(`PostgreSQL does not start on ${place.cluster}:\n${said}`);
}
