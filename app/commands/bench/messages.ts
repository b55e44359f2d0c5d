import type { ProcessCost } from "./process-cost.server";

/** What the bench asks of the server it measures, and what it answers. */
export type Question =
  | { ask: "cost" }
  /** Repeats what one page costs without the server: its SQL, and the rendering of its element. */
  | { ask: "parts"; path: string; cookie: string; times: number };

export type Reply =
  | { answer: "ready"; port: number }
  | ({ answer: "cost" } & ProcessCost)
  | { answer: "parts"; queries: number; sqlCpuMs: number; renderCpuMs: number; sqlMs: number; renderMs: number };
