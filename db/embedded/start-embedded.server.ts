import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { DatabaseAddress } from "#db/connections/addresses.server";
import type { Side } from "#db/connections/sides";
import { findBinaries } from "./binaries.server";
import { createCluster } from "./create-cluster.server";
import { createDatabase, databaseExists, dropDatabase } from "./databases.server";
import { attach, leave, letGo, newUse, readHolder, takeHold, type Use, writeHolder } from "./holder.server";
import { launchServer } from "./launch-server.server";
import { prepareLogins } from "./logins.server";
import { dieWithParent } from "./parent-watch.server";
import { readPasswords } from "./passwords.server";
import { type Place, preparePlace } from "./place.server";
import { findRunning, type RunningServer, stopServer } from "./running-server.server";
import { asSuperuser, type SuperuserAddress } from "./superuser.server";

export type EmbeddedCluster = {
  port: number;
  ownerPassword: string;
  passwords: Record<Side, string>;
  superuser: SuperuserAddress;
  /** True while another process holds the cluster; the holder stops it, or hands it to us when it leaves first. */
  attached: boolean;
  createDatabase(name: string, template?: string): Promise<void>;
  /** Makes the database unless it is there already. */
  ensureDatabase(name: string): Promise<void>;
  dropDatabase(name: string): Promise<void>;
  /** What `configureDatabase` wants to know about one database of this cluster. */
  address(database: string): Extract<DatabaseAddress, { kind: "embedded" }>;
  /** Ends our use of the cluster, and the server with it when we hold it and nobody else uses it. */
  stop(): Promise<void>;
};

type Options = { folder: string; forTests?: boolean; notice?: (line: string) => void };

async function serve(place: Place, forTests: boolean, notice: (line: string) => void): Promise<RunningServer> {
  const running = await findRunning(place);
  const binaries = running ? null : await findBinaries(place.account, notice);
  if (binaries) await createCluster(place, binaries, forTests);
  const server = running ?? (await launchServer(place, binaries!, forTests));
  if (forTests) dieWithParent(place, server);
  try {
    const passwords = await readPasswords(place.passwords);
    await asSuperuser(server.address, (sql) => prepareLogins(sql, passwords));
    return server;
  } catch (error) {
    await stopServer(server);
    throw error;
  }
}

/** The last one to leave stops the server. Data for tests go with it, wherever they had to live. */
async function end(place: Place, server: RunningServer, use: Use, forTests: boolean) {
  if (!(await leave(place, use))) return;
  await stopServer(server);
  if (forTests) await rm(place.home, { recursive: true, force: true });
  await letGo(place);
}

async function asCluster(
  place: Place,
  server: RunningServer,
  attached: boolean,
  stop: () => Promise<void>,
): Promise<EmbeddedCluster> {
  const passwords = await readPasswords(place.passwords);
  const { host, port } = server.address;
  let left: Promise<void> | null = null;
  const cluster: EmbeddedCluster = {
    port,
    ownerPassword: passwords.owner,
    passwords: passwords.sides,
    superuser: server.address,
    attached,
    createDatabase: async (name, template) => void (await createDatabase(server.address, name, template)),
    dropDatabase: async (name) => void (await dropDatabase(server.address, name)),
    ensureDatabase: async (name) => {
      if (!(await databaseExists(server.address, name))) await cluster.createDatabase(name);
    },
    address: (database) => ({
      kind: "embedded",
      host,
      port,
      database,
      passwords: passwords.sides,
      ownerPassword: passwords.owner,
    }),
    stop: () => {
      left ??= stop();
      return left;
    },
  };
  return cluster;
}

/**
 * The database that starts by itself. The first process to ask for a folder holds the cluster there; any other one
 * attaches to it. A server left behind by a process that was killed is taken over as it runs.
 */
export async function startEmbedded(options: Options): Promise<EmbeddedCluster> {
  const { forTests = false, notice = console.info } = options;
  const place = await preparePlace(resolve(options.folder), notice);
  const use = newUse();
  const cluster = (server: RunningServer, attached: boolean) =>
    asCluster(place, server, attached, () => end(place, server, use, forTests));
  for (;;) {
    const holder = await takeHold(place, use);
    if (holder) {
      try {
        const server = await serve(place, forTests, notice);
        await writeHolder(place, { ...holder, state: "serving" });
        return await cluster(server, false);
      } catch (error) {
        await letGo(place);
        throw error;
      }
    }
    if (await attach(place, use)) {
      const server = await findRunning(place);
      if (server) return cluster(server, true);
      if ((await readHolder(place))?.state === "serving") throw new Error(`The server of ${place.folder} is gone.`);
    }
    await setTimeout(50);
  }
}
