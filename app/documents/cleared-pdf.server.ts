import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Clearing, ClearingReason } from "./clearing";

export type ClearedPdf =
  | { cleared: true; bytes: Uint8Array; sha256: string; pages: number; images: number }
  | { cleared: false; because: ClearingReason; found: string[] };

/** What opening one foreign file may cost. */
export type Limits = { megabytes: number; seconds: number };
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
function answerOf(child: ChildProcess, question: unknown, { megabytes, seconds }: Limits): Promise<Clearing> {
  return new Promise((resolve, reject) => {
    let ready = false;
    const end = (because: ClearingReason) => {
      child.kill("SIGKILL");
      resolve({ cleared: false, because, found: [] });
    };
    const late = setTimeout(() => end("pdf_took_too_long"), seconds * 1000);
    const watch = setInterval(async () => {
      if ((await memoryOf(child.pid)) > megabytes) end("pdf_needs_too_much_memory");
    }, 100);
    child.on("message", (said) => {
      if (said === "ready") {
        ready = true;
        child.send(question as object, () => {});
        return;
      }
      resolve(said as Clearing);
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
 * A PDF rebuilt for a blind packet, or the reason why a person has to look. The file is foreign and is opened in a
 * process of its own, which knows no secret and is killed beyond its memory or its time.
 */
export async function clearedPdf(
  bytes: Uint8Array,
  terms: readonly string[],
  limits: Limits = usual,
): Promise<ClearedPdf> {
  const { file, execArgv } = program();
  const child = fork(file, [], {
    execArgv: [...execArgv, `--max-old-space-size=${limits.megabytes}`],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    env: { NODE_ENV: "production", PATH: process.env.PATH },
  });
  const answer = await answerOf(child, { bytes: Uint8Array.from(bytes), terms: [...terms] }, limits);
  if (!answer.cleared) return answer;
  return { ...answer, sha256: createHash("sha256").update(answer.bytes).digest("hex") };
}
