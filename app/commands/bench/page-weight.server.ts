import { Agent } from "node:http";
import { type Visit, visit } from "./load.server";

export type Weight = { html: number; style: number; script: number; other: number; all: number };

/** The files a page brings along on a first visit. */
export function filesOf(html: string): string[] {
  const files = [...html.matchAll(/<(?:link|script|img)\b[^>]*>/g)].flatMap(([tag]) => {
    if (/rel="(?:icon|canonical|alternate)"/.test(tag)) return [];
    const found = /(?:href|src)="(\/[^"]+)"/.exec(tag)?.[1];
    return found ? [found] : [];
  });
  const imported = [...html.matchAll(/import\s*(?:[^"']*?from\s*)?["'](\/assets\/[^"']+)["']/g)].map(
    (match) => match[1] ?? "",
  );
  return [...new Set([...files, ...imported])];
}

/** What a first visit weighs over the line, brotli, in bytes and by kind. */
export async function pageWeight(port: number, page: Visit): Promise<Weight> {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const plain = await visit(port, agent, page);
  const small = await visit(port, agent, page, "br");
  const weight: Weight = { html: small.bytes, style: 0, script: 0, other: 0, all: small.bytes };
  for (const path of filesOf(plain.body.toString("utf8"))) {
    const { bytes, headers } = await visit(port, agent, { path }, "br");
    const kind = String(headers["content-type"] ?? "");
    if (kind.includes("javascript")) weight.script += bytes;
    else if (kind.includes("css")) weight.style += bytes;
    else weight.other += bytes;
    weight.all += bytes;
  }
  agent.destroy();
  return weight;
}
