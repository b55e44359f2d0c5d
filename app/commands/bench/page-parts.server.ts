import type { ReactElement } from "react";
import { renderToString } from "react-dom/server";
import { whenRendered } from "~/ui/rendered-page.server";
import { processCost } from "./process-cost.server";
import { queriesOf, replay } from "./watch-queries.server";

type Parts = { queries: number; sqlCpuMs: number; renderCpuMs: number; sqlMs: number; renderMs: number };

type Cost = { cpuMs: number; ms: number };
const rounds = 7;

async function costOf(times: number, work: () => unknown): Promise<Cost> {
  const cost = processCost();
  const began = performance.now();
  for (let done = 0; done < times; done++) await work();
  return { cpuMs: (processCost().cpuMs - cost.cpuMs) / times, ms: (performance.now() - began) / times };
}

const middle = (costs: Cost[], of: keyof Cost) =>
  costs.map((cost) => cost[of]).sort((one, other) => one - other)[costs.length >> 1] ?? 0;

/**
 * The cost of each work, the middle one of several rounds that take turns: one round alone, on a machine that others use
 * or while the heap is swept, was a third off.
 */
async function costsInTurn(times: number, works: (() => unknown)[]): Promise<Cost[]> {
  for (const work of works) await costOf(20, work);
  const seen: Cost[][] = works.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, work] of works.entries()) seen[index]?.push(await costOf(times, work));
  return seen.map((costs) => ({ cpuMs: middle(costs, "cpuMs"), ms: middle(costs, "ms") }));
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
  const page = again as (() => ReactElement) | null;
  const [sql, render] = await costsInTurn(times, [
    () => replay(queries),
    ...(page ? [() => renderToString(page())] : []),
  ]);
  return {
    queries: queries.length,
    sqlCpuMs: sql?.cpuMs ?? 0,
    renderCpuMs: render?.cpuMs ?? 0,
    sqlMs: sql?.ms ?? 0,
    renderMs: render?.ms ?? 0,
  };
}
