import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { DatabaseAddress } from "#db/connections/addresses.server";
import { builtFile } from "~/http/built-file.server";
import type { Question, Reply } from "./messages";

export type MeasuredServer = {
  port: number;
  ask<Wanted extends Reply["answer"]>(question: Question, wanted: Wanted): Promise<Extract<Reply, { answer: Wanted }>>;
  stop(): Promise<void>;
};

/** Starts the built server as a process of its own on a scratch database. */
export async function measuredServer(address: DatabaseAddress, dataDir: string): Promise<MeasuredServer> {
  const child: ChildProcess = fork(builtFile("server", "commands.js"), [], {
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      ...process.env,
      FUND_COMMAND: "attached-server",
      FUND_DEMO: "yes",
      LOG_LEVEL: "warn",
      PORT: "0",
      APP_URL: "",
      DATA_DIR: dataDir,
      ATTACHED_DATABASE: JSON.stringify(address),
    },
  });
  const gone = once(child, "exit").then(() => {
    throw new Error("The measured server ended.");
  });
  // Whoever asks hears of it; nobody has to be asking.
  gone.catch(() => {});
  const answerOf = async <Wanted extends Reply["answer"]>(wanted: Wanted) => {
    for (;;) {
      const [message] = (await Promise.race([once(child, "message"), gone])) as [Reply];
      if (message.answer === wanted) return message as Extract<Reply, { answer: Wanted }>;
    }
  };
  const { port } = await answerOf("ready");
  return {
    port,
    ask: (question, wanted) => {
      child.send(question);
      return answerOf(wanted);
    },
    stop: async () => {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}
