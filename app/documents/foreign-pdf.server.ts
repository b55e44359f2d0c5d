import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ClearingReason } from "./clearing";

/** What is asked about one file: a copy without anything that names its makers, or only what names them. */
export type PdfQuestion = { ask: "clear" | "scan"; bytes: Uint8Array; terms: readonly string[] };

/** What opening one foreign file may cost. */
export type Limits = { megabytes: number; seconds: number };
export type Unanswered = { unanswered: ClearingReason };
const usual: Limits = { megabytes: 512, seconds: 20 };

/** The program of the child: beside this file in the sources, at the top of the built server. */
function program(): { file: string; execArgv: string[] } {
  const here = fileURLToPath(import.meta.url);
  if (here.endsWith(".ts"))
    return { file: join(dirname(here), "clear-pdf.child.server.ts"), execArgv: ["--import", "tsx"] };
  const built = [dirname(here), dirname(dirname(here))].map((folder) => join(folder, "clear-pdf.js")).find(existsSync);
  if (!built) throw new Error("clear-pdf.js is missing from the build.");
  return { file: built, execArgv: [] };
}

/** Real memory of a process in megabytes, where the system tells; the heap is limited everywhere. */
async function memoryOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}

/** One answer of the child, or why there is none; a child beyond its limits is killed. */
function answerOf<Answer>(
  child: ChildProcess,
  question: PdfQuestion,
  { megabytes, seconds }: Limits,
): Promise<Answer | Unanswered> {
  return new Promise((resolve, reject) => {
    let ready = false;
    const end = (unanswered: ClearingReason) => {
      child.kill("SIGKILL");
      resolve({ unanswered });
    };
    const late = setTimeout(() => end("pdf_took_too_long"), seconds * 1000);
    const watch = setInterval(async () => {
      if ((await memoryOf(child.pid)) > megabytes) end("pdf_needs_too_much_memory");
    }, 100);
    child.on("message", (said) => {
      if (said === "ready") {
        ready = true;
        child.send(question, () => {});
        return;
      }
      resolve(said as Answer);
      child.kill("SIGKILL");
    });
    child.once("error", reject);
    child.once("exit", (_code, signal) => {
      if (!ready) reject(new Error("The process that opens foreign files did not start."));
      end(signal === "SIGABRT" ? "pdf_needs_too_much_memory" : "pdf_cannot_be_read");
    });
    child.once("close", () => {
      clearTimeout(late);
      clearInterval(watch);
    });
  });
}

/**
 * What a process of its own says about a foreign file. It knows no secret, opens this one file, and is killed beyond its
 * memory or its time.
 */
export async function askedAboutPdf<Answer extends object>(
  { ask, bytes, terms }: PdfQuestion,
  limits: Limits = usual,
): Promise<Answer | Unanswered> {
  const { file, execArgv } = program();
  const child = fork(file, [], {
    execArgv: [...execArgv, `--max-old-space-size=${limits.megabytes}`],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    env: { NODE_ENV: "production", PATH: process.env.PATH },
  });
  return answerOf<Answer>(child, { ask, bytes: Uint8Array.from(bytes), terms: [...terms] }, limits);
}
