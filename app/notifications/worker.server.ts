import { poolOf } from "#db/connections/addresses.server";
import { log } from "~/http/log.server";

/** Something the worker does again and again; it never runs twice at once. */
export type PeriodicJob = {
  name: string;
  /** The pause between two runs, in milliseconds. */
  every: number;
  /** A channel of the database that ends the pause early. */
  wokenBy?: string;
  run(worker: { now(): Date; ending(): boolean }): Promise<unknown>;
};

export type Worker = {
  /** Lets every job finish what it has in hand, and starts none again. */
  stop(): Promise<void>;
};

const pauseAfterTrouble = 5000;

/** A pause that can be cut short. */
class Pause {
  private end = () => {};
  private cut = false;

  of(milliseconds: number): Promise<void> {
    if (this.cut) {
      this.cut = false;
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.end(), milliseconds);
      this.end = () => {
        clearTimeout(timer);
        this.end = () => {};
        this.cut = false;
        resolve();
      };
    });
  }

  cutShort() {
    this.cut = true;
    this.end();
  }
}

/** Starts the jobs; each runs at once and then again after its pause, until the worker is stopped. */
export async function startWorker(jobs: PeriodicJob[], now: () => Date = () => new Date()): Promise<Worker> {
  let ending = false;
  const pauses = new Map(jobs.map((job) => [job, new Pause()]));
  const repeat = async (job: PeriodicJob) => {
    while (!ending) {
      let rest = job.every;
      try {
        await job.run({ now, ending: () => ending });
      } catch (problem) {
        log.error({ job: job.name, problem }, "a job of the worker failed and is tried again");
        rest = Math.max(rest, pauseAfterTrouble);
      }
      if (!ending) await pauses.get(job)?.of(rest);
    }
  };
  const running = jobs.map(repeat);
  const listening = await Promise.all(
    jobs
      .filter((job) => job.wokenBy !== undefined)
      .map((job) => poolOf("delivery").listen(job.wokenBy ?? "", () => pauses.get(job)?.cutShort())),
  );
  return {
    async stop() {
      ending = true;
      for (const pause of pauses.values()) pause.cutShort();
      await Promise.all(running);
      await Promise.all(listening.map((channel) => channel.unlisten().catch(() => {})));
    },
  };
}
