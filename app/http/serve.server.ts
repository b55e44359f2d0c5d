import type { Server } from "node:http";
import * as build from "virtual:remix/server-build";
import { serve } from "@hono/node-server";
import { builtFile } from "./built-file.server";
import { environment } from "./environment.server";
import { log } from "./log.server";
import { createServer } from "./server.server";

/** Serves until told to stop; stopping finishes the requests in flight. */
export async function startServing(
  clock: () => Date = () => new Date(),
): Promise<{ port: number; stop(): Promise<void> }> {
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
