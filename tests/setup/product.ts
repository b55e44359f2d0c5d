import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { afterAll, inject } from "vitest";
import type { Question, Reply } from "~/commands/bench/messages";
import { environment } from "~/http/environment.server";
import type { TestDatabase } from "./database";

export type Product = {
  /** Where it serves, without a slash at the end. */
  url: string;
  port: number;
  /** From now on it is this instant for the server, and time goes on from there. */
  setClock(now: Date): Promise<void>;
  /** Gives another process this clock, now and whenever it is set. */
  shareClock(other: ChildProcess): Promise<void>;
  stop(): Promise<void>;
};

const children: ChildProcess[] = [];
/** Registered when a test file imports this one, so that nothing outlives its tests, whoever started it. */
afterAll(async () => {
  await Promise.all(children.splice(0).map(end));
});

async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

function startBuilt(command: string, settings: Record<string, string>): ChildProcess {
  const child = fork(inject("builtProgram"), [], {
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      PATH: process.env.PATH ?? "",
      NODE_ENV: "production",
      OPERATED_AS: "local",
      FUND_COMMAND: command,
      FUND_DEMO: "no",
      LOG_LEVEL: "warn",
      PORT: "0",
      DATA_DIR: environment().dataDir,
      SESSION_SECRET: environment().sessionSecret,
      ...settings,
    },
  });
  children.push(child);
  return child;
}

/** The next answer of a kind, or why there will be none. */
function answerOf<Wanted extends Reply["answer"]>(child: ChildProcess, wanted: Wanted) {
  return new Promise<Extract<Reply, { answer: Wanted }>>((resolve, reject) => {
    const ended = () => reject(new Error("The server ended."));
    const listen = (message: Reply) => {
      if (message.answer !== wanted) return;
      child.off("message", listen);
      child.off("exit", ended);
      resolve(message as Extract<Reply, { answer: Wanted }>);
    };
    child.on("message", listen);
    child.once("exit", ended);
  });
}

/** Starts the built server as it is, in a process of its own, on a test's database and data folder. */
export async function startProduct(options: { database: TestDatabase; now?: Date }): Promise<Product> {
  const child = startBuilt("attached-server", { ATTACHED_DATABASE: JSON.stringify(options.database.address) });
  const { port } = await answerOf(child, "ready");
  const sharing = [child];
  let ahead = 0;
  const tell = async (process: ChildProcess, now: Date) => {
    const question: Question = { ask: "clock", now: now.toISOString() };
    const set = answerOf(process, "clock");
    process.send(question);
    await set;
  };
  const setClock = async (now: Date) => {
    ahead = now.getTime() - Date.now();
    await Promise.all(sharing.map((process) => tell(process, now)));
  };
  const shareClock = (other: ChildProcess) => {
    sharing.push(other);
    return tell(other, new Date(Date.now() + ahead));
  };
  if (options.now) await setClock(options.now);
  return { url: `http://127.0.0.1:${port}`, port, setClock, shareClock, stop: () => end(child) };
}

/** Starts the built worker beside a product, by its clock: it writes the letters and sends them to this mail server. */
export async function startProductWorker(options: { database: TestDatabase; product: Product; smtpUrl: string }) {
  const { database, product, smtpUrl } = options;
  const child = startBuilt("attached-worker", {
    DATABASE_URL: database.ownerUrl,
    APP_URL: product.url,
    SMTP_URL: smtpUrl,
  });
  await product.shareClock(child);
}
