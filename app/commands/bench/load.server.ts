import { Agent, request } from "node:http";

export type Visit = { path: string; cookie?: string; method?: "GET" | "POST"; body?: () => string };

export type Answer = { status: number; bytes: number; body: Buffer; headers: NodeJS.Dict<string | string[]> };

/** One request over a kept connection, as a browser on a fast line would send it. */
export function visit(
  port: number,
  agent: Agent,
  { path, cookie, method = "GET", body }: Visit,
  encoding = "identity",
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const content = body?.();
    const headers: Record<string, string> = { "Accept-Encoding": encoding, "Accept-Language": "en" };
    if (cookie) headers.Cookie = cookie;
    if (content !== undefined) {
      headers["Content-Type"] = "application/x-www-form-urlencoded";
      headers["Content-Length"] = String(Buffer.byteLength(content));
      headers.Origin = `http://127.0.0.1:${port}`;
    }
    const sent = request({ host: "127.0.0.1", port, path, method, agent, headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on("data", (piece: Buffer) => pieces.push(piece));
      answer.on("error", reject);
      answer.on("end", () => {
        const whole = Buffer.concat(pieces);
        resolve({ status: answer.statusCode ?? 0, bytes: whole.length, body: whole, headers: answer.headers });
      });
    });
    sent.on("error", reject);
    sent.end(content);
  });
}

export type Measured = { requests: number; perSecond: number; p50: number; p95: number; p99: number; failures: number };

const at = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Sends requests from so many visitors at once for a while; every one waits for its answer. Times in milliseconds. */
export async function load(port: number, what: Visit, visitors: number, milliseconds: number): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: visitors });
  const times: number[] = [];
  let failures = 0;
  const began = performance.now();
  const visitor = async () => {
    while (performance.now() - began < milliseconds) {
      const sent = performance.now();
      const { status } = await visit(port, agent, what);
      times.push(performance.now() - sent);
      if (status >= 400) failures += 1;
    }
  };
  await Promise.all(Array.from({ length: visitors }, visitor));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  times.sort((one, other) => one - other);
  return {
    requests: times.length,
    perSecond: times.length / seconds,
    p50: at(times, 0.5),
    p95: at(times, 0.95),
    p99: at(times, 0.99),
    failures,
  };
}
