import type { ReactElement } from "react";
import { renderToString } from "react-dom/server";
import { whenRendered } from "~/ui/rendered-page.server";
import { processCost } from "./process-cost.server";
import { queriesOf, replay } from "./watch-queries.server";

type Parts = { queries: number; sqlCpuMs: number; renderCpuMs: number; sqlMs: number; renderMs: number };

async function costOf(times: number, work: () => unknown): Promise<{ cpuMs: number; ms: number }> {
  for (let warm = 0; warm < 20; warm++) await work();
  const cost = processCost();
  const began = performance.now();
  for (let done = 0; done < times; done++) await work();
  return { cpuMs: (processCost().cpuMs - cost.cpuMs) / times, ms: (performance.now() - began) / times };
}

/** What a page needs at the least: its own statements alone, and renderToString of its own element. Per page. */
export async function partsOfPage(ask: () => Promise<unknown>, times: number): Promise<Parts> {
  await ask();
  let again: (() => ReactElement) | null = null;
  const forget = whenRendered((page) => {
    again = page;
  });
  const queries = await queriesOf(ask);
  forget();
  const sql = await costOf(times, () => replay(queries));
  const page = again as (() => ReactElement) | null;
  const render = page ? await costOf(times, () => renderToString(page())) : { cpuMs: 0, ms: 0 };
  return {
    queries: queries.length,
    sqlCpuMs: sql.cpuMs,
    renderCpuMs: render.cpuMs,
    sqlMs: sql.ms,
    renderMs: render.ms,
  };
}
