import { EnvironmentProblem } from "~/http/environment.server";

type Command = { run(words: string[]): Promise<void> };

/** Every command of the product; each is loaded only when it is called. */
const commands: Record<string, () => Promise<Command>> = {
  demo: () => import("./demo.server"),
  start: () => import("./start.server"),
  worker: () => import("./worker.server"),
  migrate: () => import("./migrate.server"),
  backup: () => import("./backup.server"),
  restore: () => import("./restore.server"),
  officer: () => import("./officer.server"),
  invariants: () => import("./invariants.server"),
  bench: () => import("./bench.server"),
  "attached-server": () => import("./attached-server.server"),
  "attached-worker": () => import("./attached-worker.server"),
  "audit-verify": () => import("./audit-verify.server"),
};

/** Runs one command; what an operator can mend is said in a sentence, not in a stack trace. */
export async function runCommand(name: string | undefined, words: string[]): Promise<void> {
  const load = name ? commands[name] : undefined;
  if (!load) {
    console.error(`There is no command "${name ?? ""}". There are: ${Object.keys(commands).join(", ")}.`);
    process.exitCode = 2;
    return;
  }
  try {
    await (await load()).run(words);
  } catch (problem) {
    console.error(problem instanceof EnvironmentProblem ? problem.message : problem);
    process.exitCode = 1;
  }
}

// The worker is started as a process of its own from this very file.
if (process.env.FUND_COMMAND) await runCommand(process.env.FUND_COMMAND, process.argv.slice(2));
