import { log } from "~/http/log.server";
import { forgettingJob, letterJob, sealingJob } from "~/notifications/periodic-jobs.server";
import { type PeriodicJob, startWorker } from "~/notifications/worker.server";
import { openDatabase } from "./open-database.server";

/** Everything the worker does; what has to happen again and again is added here. */
const jobs = (): PeriodicJob[] => [letterJob(), sealingJob, forgettingJob];

/** Resolves when we are told to end: by a signal, or because the server that started us is gone. */
function toldToEnd(): Promise<void> {
  const startedByServer = process.connected === true;
  return new Promise((resolve) => {
    process.once("SIGTERM", () => resolve());
    // Ctrl-C reaches us too; the server ends us when it has finished its own requests.
    if (startedByServer) {
      process.on("SIGINT", () => {});
      process.once("disconnect", () => resolve());
    } else process.once("SIGINT", () => resolve());
  });
}

/** npm run worker: writes and sends letters and seals the audit until it is told to end. */
export const run = () => work(() => new Date());

/** The same by a given clock. */
export async function work(clock: () => Date): Promise<void> {
  const told = toldToEnd();
  const database = await openDatabase();
  const worker = await startWorker(jobs(), clock);
  log.info("the worker is at work");
  await told;
  await worker.stop();
  await database.close();
  process.exit(0);
}
