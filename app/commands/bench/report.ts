import type { PageFigures } from "./measure-page.server";

const whole = (value: number | undefined) => Math.round(value ?? 0).toString();
const one = (value: number | undefined) => (value ?? 0).toFixed(1);
const two = (value: number | undefined) => (value ?? 0).toFixed(2);
const kilobytes = (bytes: number | undefined) => ((bytes ?? 0) / 1000).toFixed(1);

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? "---" : "--:"))), ...rows.map(line)].join("\n");
}

const crowd = [1, 8, 32];

/** The figures as tables for people (Markdown), the limits of each beside it. */
export function benchReport(pages: PageFigures[], residentBytes: number, data: string): string {
  const speed = table(
    ["page", ...crowd.map((n) => `req/s at ${n}`), ...crowd.map((n) => `p50/p95/p99 ms at ${n}`)],
    pages.map((page) => [
      page.name,
      ...crowd.map((n) => whole(page.perSecond[n])),
      ...crowd.map((n) => `${one(page.p50[n])} / ${one(page.p95[n])} / ${one(page.p99[n])}`),
    ]),
  );
  const cost = table(
    [
      "page",
      "CPU ms at 1",
      "at 8",
      "at 32",
      "queries",
      "SQL alone",
      "renderToString",
      "SQL + render",
      "ratio at 8 (aim 1.5)",
      "bare server req/s",
    ],
    pages.map((page) => {
      const least = page.parts ? page.parts.sqlCpuMs + page.parts.renderCpuMs : null;
      return [
        page.name,
        ...crowd.map((n) => two(page.cpuMs[n])),
        page.parts ? String(page.parts.queries) : "",
        page.parts ? two(page.parts.sqlCpuMs) : "",
        page.parts ? two(page.parts.renderCpuMs) : "",
        least === null ? "" : two(least),
        least === null ? "" : two((page.cpuMs[8] ?? 0) / least),
        whole(page.barePerSecond),
      ];
    }),
  );
  const weights = table(
    ["page", "HTML kB", "style kB", "script kB", "other kB", "all kB (brotli)"],
    pages.flatMap(({ name, weight }) =>
      weight
        ? [
            [
              name,
              kilobytes(weight.html),
              kilobytes(weight.style),
              kilobytes(weight.script),
              kilobytes(weight.other),
              kilobytes(weight.all),
            ],
          ]
        : [],
    ),
  );
  const failures = pages.reduce((sum, page) => sum + page.failures, 0);
  return [
    `Data: ${data}. Failed requests: ${failures}. Server memory after the run: ${Math.round(residentBytes / 1_000_000)} MB.`,
    "",
    speed,
    "",
    cost,
    "",
    weights,
  ].join("\n");
}
