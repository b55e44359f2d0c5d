import type { Server } from "node:http";
import { setFlagsFromString } from "node:v8";
import * as build from "virtual:remix/server-build";
import { serve } from "@hono/node-server";
import { builtFile } from "./built-file.server";
import { environment } from "./environment.server";
import { log } from "./log.server";
import { createServer } from "./server.server";

/**
 * How far the heap may grow beyond what lives in it before it is swept, in percent. By itself V8 lets it grow to several
 * times that on a large machine; this costs some hundredths of the time and saves more than a third of the memory.
 */
const heapGrowth = 80;

/** Serves until told to stop; stopping finishes the requests in flight. */
export async function startServing(
  clock: () => Date = () => new Date(),
): Promise<{ port: number; stop(): Promise<void> }> {
  setFlagsFromString(`--heap-growing-percent=${heapGrowth}`);
  const app = await createServer({ build: build as never, clock, clientFolder: builtFile("client") });
  const { port, host } = environment();
  const server = await new Promise<Server>((resolve, reject) => {
    const listening = serve({ fetch: app.fetch, port, hostname: host }, () => resolve(listening as Server)) as Server;
    // A large file over a slow line takes longer than Node's five minutes.
    listening.requestTimeout = 30 * 60_000;
    listening.once("error", reject);
  });
  const address = server.address();
  const taken = typeof address === "object" && address ? address.port : port;
  log.info({ port: taken }, "serving");
  return {
    port: taken,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 10_000).unref();
      }),
  };
}
