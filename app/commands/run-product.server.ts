import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { builtFile } from "~/http/built-file.server";
import { environment } from "~/http/environment.server";
import { log } from "~/http/log.server";
import { startServing } from "~/http/serve.server";
import type { OpenDatabase } from "./open-database.server";

const patience = 15_000;

/** The worker renders and sends letters and seals the audit; it is a process of its own and is started again if it dies. */
function keepWorker(): { stop(): Promise<void> } {
  let stopping = false;
  let worker: ChildProcess;
  const start = () => {
    worker = fork(builtFile("server", "commands.js"), [], {
      execArgv: [],
      env: { ...process.env, FUND_COMMAND: "worker", FUND_DEMO: environment().demo ? "yes" : "no" },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    worker.once("exit", (code) => {
      if (stopping) return;
      log.error({ code }, "the worker ended and is started again");
      setTimeout(start, 1000).unref();
    });
  };
  start();
  return {
    async stop() {
      stopping = true;
      if (worker.exitCode !== null || worker.signalCode !== null) return;
      const ended = once(worker, "exit");
      worker.kill("SIGTERM");
      const tooLong = setTimeout(() => worker.kill("SIGKILL"), patience);
      await ended;
      clearTimeout(tooLong);
    },
  };
}

/** Serves with a worker beside it until interrupted; then finishes what is in flight and stops the database last. */
export async function runProduct(database: OpenDatabase, whenServing: (port: number) => void): Promise<void> {
  const worker = keepWorker();
  const server = await startServing().catch(async (problem) => {
    await worker.stop();
    await database.close();
    throw problem;
  });
  whenServing(server.port);
  const interrupted = new Promise<void>((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
  await interrupted;
  await server.stop();
  await worker.stop();
  await database.close();
  process.exit(0);
}
