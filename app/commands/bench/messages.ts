import type { ProcessCost } from "./process-cost.server";

/** What a bench or a test asks of the server it started, and what it answers. */
export type Question =
  | { ask: "cost" }
  /** From now on it is this instant, and time goes on from there. */
  | { ask: "clock"; now: string }
  /** Repeats what one page costs without the server: its SQL, and the rendering of its element. */
  | { ask: "parts"; path: string; cookie: string; times: number };

export type Reply =
  | { answer: "ready"; port: number }
  | { answer: "clock" }
  | ({ answer: "cost" } & ProcessCost)
  | { answer: "parts"; queries: number; sqlCpuMs: number; renderCpuMs: number; sqlMs: number; renderMs: number };
