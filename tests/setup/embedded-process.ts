import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export type Started = { port: number; attached: boolean; server: number };

/** Another process that uses the embedded database, as the application and its commands do. */
export class EmbeddedProcess {
  private readonly child: ChildProcess;

  constructor(folder: string, forTests = false) {
    const file = fileURLToPath(new URL("./embedded-process.child.ts", import.meta.url));
    this.child = fork(file, [folder, forTests ? "tests" : "real"], { execArgv: ["--import", "tsx"], stdio: "inherit" });
    onTestFinished(() => void this.child.kill("SIGKILL"));
  }

  private async answer<T>(): Promise<T> {
    const ended = once(this.child, "exit").then(() => Promise.reject(new Error("The other process ended.")));
    ended.catch(() => {});
    const [message] = await Promise.race([once(this.child, "message"), ended]);
    return message as T;
  }

  /** Resolves once its cluster is there. */
  started = () => this.answer<Started>();

  /** Lets it leave the cluster properly. */
  async stop() {
    this.child.send("stop");
    await once(this.child, "exit");
  }

  /** Ends it as a crash would. */
  async kill() {
    this.child.kill("SIGKILL");
    await once(this.child, "exit");
  }
}
