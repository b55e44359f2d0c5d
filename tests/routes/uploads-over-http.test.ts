import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { type ClientRequest, request as open, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bytesLikePdf } from "#tests/setup/pdf";
import { handleFileRouter, handleIngest } from "~/documents/handle-upload.server";
import { openUploadService } from "~/documents/upload-service.server";
import type { PersonRef } from "~/values/person-ref";

const folder = mkdtempSync(join(tmpdir(), "uploads-"));
const accepted: string[] = [];
const service = openUploadService(
  {
    mayUpload: async () => {},
    acceptUpload: async (file, { document }) => {
      accepted.push(file.key);
      return { document, size: file.size };
    },
  },
  { dataDir: folder, appUrl: "http://localhost", uploadthingToken: undefined, localKey: "key-of-a-socket-test" },
);
const person = "7f0c8a52-7a51-4f0b-9f0c-3f3f2b8f9a01" as PersonRef;
let server: Server;
let origin: string;

beforeAll(async () => {
  const handle = (request: Request) =>
    new URL(request.url).pathname.startsWith("/ut/")
      ? handleIngest(request, new Date(), service)
      : handleFileRouter(request, { person, now: new Date() }, service);
  server = await new Promise<Server>((resolve) => {
    const listening = serve({ fetch: handle, port: 0, hostname: "127.0.0.1", overrideGlobalObjects: false }, () =>
      resolve(listening as Server),
    ) as Server;
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function presigned(size: number): Promise<{ url: string; key: string }> {
  const input = { proposal: "0b6cbb1c-0d9e-4f4e-8a6f-64c6d8c7a111", question: "annex" };
  const files = [{ name: "plan.pdf", size, type: "application/pdf" }];
  const response = await fetch(`${origin}/api/uploadthing?actionType=upload&slug=document`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ files, input }),
  });
  const [given] = (await response.json()) as [{ url: string; key: string }];
  return given;
}

const before = Buffer.from(
  '--line\r\nContent-Disposition: form-data; name="file"; filename="x.pdf"\r\nContent-Type: application/pdf\r\n\r\n',
);
const after = Buffer.from("\r\n--line--\r\n");
type Answer = { status: number; body: unknown };

/** A PUT over a socket of its own, which may stop half way. */
function begin(url: string, from = 0): { put: ClientRequest; answer: Promise<Answer> } {
  const headers = { "Content-Type": "multipart/form-data; boundary=line", Range: `bytes=${from}-` };
  const put = open(`${origin}${url}`, { method: "PUT", headers });
  const answer = new Promise<Answer>((resolve, reject) => {
    put.once("error", reject);
    put.once("response", async (response) => {
      let text = "";
      for await (const chunk of response) text += chunk;
      resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) });
    });
  });
  answer.catch(() => {});
  put.write(before);
  return { put, answer };
}
function whole(url: string, bytes: Uint8Array, from = 0): Promise<Answer> {
  const { put, answer } = begin(url, from);
  put.write(bytes);
  put.end(after);
  return answer;
}
const received = async (url: string) =>
  Number((await fetch(`${origin}${url}`, { method: "HEAD" })).headers.get("x-ut-range-start"));
async function untilReceived(url: string, least: number): Promise<number> {
  for (;;) {
    const now = await received(url);
    if (now >= least) return now;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const stored = (key: string) => sha256(readFileSync(join(folder, "uploads", key)));

test("a socket that dies leaves what it brought, and the rest follows", async () => {
  const bytes = bytesLikePdf(3_000_000);
  const { url, key } = await presigned(bytes.length);
  const { put } = begin(url);
  put.write(bytes.subarray(0, 2_000_000));
  await untilReceived(url, 1_000_000);
  put.destroy();
  const from = await received(url);
  expect(from).toBeGreaterThanOrEqual(1_000_000);
  expect(await whole(url, bytes.subarray(from), from)).toMatchObject({ status: 200 });
  expect(stored(key)).toBe(sha256(bytes));
});

test("a line that hangs does not hold up the next try", async () => {
  const bytes = bytesLikePdf(2_000_000);
  const { url, key } = await presigned(bytes.length);
  const hanging = begin(url);
  hanging.put.write(bytes.subarray(0, 1_000_000));
  const from = await untilReceived(url, 500_000);
  expect(await whole(url, bytes.subarray(from), from)).toMatchObject({ status: 200 });
  hanging.put.destroy();
  expect(stored(key)).toBe(sha256(bytes));
  expect(accepted.filter((one) => one === key)).toHaveLength(1);
});

test("who sends too much or without right hears why instead of a reset", async () => {
  const { url } = await presigned(1_000);
  const much = bytesLikePdf(10_000_000);
  expect(await whole(url, much)).toEqual({ status: 413, body: { error: "file_is_too_large" } });
  expect(await whole(`${url}0`, much)).toEqual({ status: 403, body: { error: "address_is_not_signed" } });
  expect(await whole("/ut/nothing", much)).toEqual({ status: 404, body: { error: "not_found" } });
});
