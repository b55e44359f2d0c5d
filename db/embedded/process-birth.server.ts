import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

type Process = { birth: string; command: string };

function fromProc(pid: number): Process | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const end = text.lastIndexOf(")");
    const fields = text.slice(end + 2).split(" ");
    if (fields[0] === "Z") return null;
    return { birth: fields[19] ?? "", command: text.slice(text.indexOf("(") + 1, end) };
  } catch {
    return null;
  }
}

function fromPs(pid: number): Process | null {
  const answer = spawnSync("ps", ["-o", "lstart=,comm=", "-p", String(pid)], { encoding: "utf8" });
  const line = answer.stdout?.trim();
  return line ? { birth: line.slice(0, 24), command: line.slice(24).trim() } : null;
}

const look = (pid: number) => (process.platform === "linux" ? fromProc(pid) : fromPs(pid));

/** When a process was born, so that a number given to a later process is not mistaken for it. Null: there is none. */
export const birthOf = (pid: number) => look(pid)?.birth ?? null;

/** Whether the process with this number is a PostgreSQL server. */
export const isPostgres = (pid: number) => look(pid)?.command.includes("postgres") ?? false;
