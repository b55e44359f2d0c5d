import { Agent } from "node:http";
import { bareServer } from "./bare-server.server";
import { load, visit } from "./load.server";
import type { MeasuredServer } from "./measured-server.server";
import { pageWeight, type Weight } from "./page-weight.server";
import type { BenchPage } from "./pages.server";

const crowd = [1, 8, 32] as const;
const milliseconds = 2500;
/** How long a page is asked for before it is measured: a server runs for weeks, and V8 takes seconds to compile what is hot. */
const warming = 4000;
/** Of each round in which the parts of a page are measured. */
const times = 60;

export type PageFigures = {
  name: string;
  perSecond: Record<number, number>;
  p50: Record<number, number>;
  p95: Record<number, number>;
  p99: Record<number, number>;
  /** CPU of the server process for one request, in milliseconds, at each concurrency. */
  cpuMs: Record<number, number>;
  failures: number;
  bytes: number;
  parts: { queries: number; sqlCpuMs: number; renderCpuMs: number } | null;
  barePerSecond: number;
  weight: Weight | null;
};

/** Everything there is to know about one page, measured in one run. */
export async function measurePage(server: MeasuredServer, page: BenchPage): Promise<PageFigures> {
  const agent = new Agent();
  const once = await visit(server.port, agent, page);
  agent.destroy();
  if (once.status >= 400) throw new Error(`${page.name} answers ${once.status}.`);
  await load(server.port, page, 8, warming);
  const figures: PageFigures = {
    name: page.name,
    perSecond: {},
    p50: {},
    p95: {},
    p99: {},
    cpuMs: {},
    failures: 0,
    bytes: once.bytes,
    parts: null,
    barePerSecond: 0,
    weight: null,
  };
  for (const visitors of crowd) {
    const before = await server.ask({ ask: "cost" }, "cost");
    const measured = await load(server.port, page, visitors, milliseconds);
    const after = await server.ask({ ask: "cost" }, "cost");
    figures.perSecond[visitors] = measured.perSecond;
    figures.p50[visitors] = measured.p50;
    figures.p95[visitors] = measured.p95;
    figures.p99[visitors] = measured.p99;
    figures.cpuMs[visitors] = (after.cpuMs - before.cpuMs) / measured.requests;
    figures.failures += measured.failures;
  }
  if (page.sameWork) {
    figures.parts = await server.ask({ ask: "parts", path: page.path, cookie: page.cookie ?? "", times }, "parts");
  }
  figures.barePerSecond = (await bareServer(once.body, 8, 1000)).perSecond;
  if (page.weighed) figures.weight = await pageWeight(server.port, page);
  return figures;
}
