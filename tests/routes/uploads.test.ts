import { AsyncLocalStorage } from "node:async_hooks";
import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bytesLikePdf } from "#tests/setup/pdf";
import { uploadBrowser } from "#tests/setup/upload-browser";
import { fitting } from "~/documents/document.rules";
import { handleFileRouter, handleIngest } from "~/documents/handle-upload.server";
import { signatureOf } from "~/documents/signed-address.server";
import { factsOfStored } from "~/documents/stored-bytes.server";
import { uploadDocument } from "~/documents/upload-client";
import type { UploadMeta } from "~/documents/upload-router.server";
import { openUploadService, type UploadService } from "~/documents/upload-service.server";
import type { PersonRef } from "~/values/person-ref";
import { Refusal } from "~/values/refusal";
import { must } from "~/values/verdict";

const applicant = "7f0c8a52-7a51-4f0b-9f0c-3f3f2b8f9a01" as PersonRef;
const input = { proposal: "0b6cbb1c-0d9e-4f4e-8a6f-64c6d8c7a111", question: "methods_annex" };
const arrival = new Date("2021-04-11T10:00:00Z");

let folder: string;
let service: UploadService;
let accepted: (UploadMeta & { key: string; sha256: string })[];
let recordingFails: number;
let browser: ReturnType<typeof uploadBrowser>;
let person: PersonRef | null;

const handle = (request: Request) =>
  new URL(request.url).pathname.startsWith("/ut/")
    ? handleIngest(request, arrival, service)
    : handleFileRouter(request, { person, now: arrival }, service);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "uploads-"));
  accepted = [];
  recordingFails = 0;
  person = applicant;
  service = openUploadService(
    {
      mayUpload: async (who, target) => {
        if (who !== applicant || target.proposal !== input.proposal) throw new Refusal("not_found", "not_found");
        if (target.question === "late") throw new Refusal("not_allowed_now", "call_is_closed", { closesAt: arrival });
      },
      acceptUpload: async (file, meta) => {
        if (recordingFails > 0) {
          recordingFails -= 1;
          throw new Error("the database is away");
        }
        const facts = await factsOfStored(service, file.key);
        must(fitting(facts));
        accepted.push({ ...meta, key: file.key, sha256: facts.sha256 });
        return { document: meta.document, size: facts.size };
      },
    },
    { dataDir: folder, appUrl: "http://fund.example", uploadthingToken: undefined, localKey: "local-key-of-a-test" },
  );
  browser = uploadBrowser(handle);
  globalThis.XMLHttpRequest = browser.XMLHttpRequest;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const send = (file: File, more: Partial<Parameters<typeof uploadDocument>[1]> = {}) =>
  uploadDocument(file, { input, fetch: browser.fetch, waits: [1, 1, 1], ...more });
const pdf = (bytes: Uint8Array<ArrayBuffer>, name = "Dr Adwoa Mensah CV.pdf") =>
  new File([bytes], name, { type: "application/pdf" });
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const stored = () => readdirSync(join(folder, "uploads")).filter((name) => name !== "arriving");

/** A signed address for one file, as the browser gets it. */
async function presigned(size: number, name = "plan.pdf", question = input.question, type = "application/pdf") {
  const files = [{ name, size, type, lastModified: 1 }];
  const response = await browser.fetch("/api/uploadthing?actionType=upload&slug=document", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ files, input: { ...input, question } }),
  });
  return { response, given: (await response.clone().json()) as [{ url: string; key: string; name: string }] };
}
const put = (url: string, bytes: Uint8Array<ArrayBuffer>, from = 0) => {
  const body = new FormData();
  body.append("file", new Blob([bytes]), "x.pdf");
  return browser.fetch(url, { method: "PUT", headers: { Range: `bytes=${from}-` }, body });
};

test("a file travels whole, under a neutral name, with progress", async () => {
  const bytes = bytesLikePdf(700_000);
  const seen: number[] = [];
  const document = await send(pdf(bytes), { onProgress: (sent) => seen.push(sent) });
  expect(accepted).toMatchObject([
    { ...input, document: document.document, person: applicant, name: "Dr Adwoa Mensah CV.pdf", sha256: sha256(bytes) },
  ]);
  expect(document.size).toBe(bytes.length);
  expect(seen.length).toBeGreaterThan(5);
  expect(seen.at(-1)).toBe(bytes.length);
  const [key] = stored();
  expect(sha256(readFileSync(join(folder, "uploads", key as string)))).toBe(sha256(bytes));
  expect(browser.state.puts[0]?.url).toMatch(/^\/ut\/[A-Za-z0-9]+\?expires=/);
  expect(browser.state.puts[0]?.url).not.toContain("Mensah");
  expect(readdirSync(join(folder, "uploads", "arriving")).join()).not.toMatch(/part/);
});

test("a broken upload goes on where it broke", async () => {
  const bytes = bytesLikePdf(2_000_000);
  browser.state.breakAfter = 1_200_000;
  const retries: number[] = [];
  await send(pdf(bytes), { onRetry: (attempt) => retries.push(attempt) });
  expect(retries).toEqual([1]);
  expect(accepted[0]?.sha256).toBe(sha256(bytes));
  const [first, second] = browser.state.puts;
  expect(first?.range).toBe("bytes=0-");
  const resumedAt = Number(/bytes=(\d+)-/.exec(second?.range ?? "")?.[1]);
  expect(resumedAt).toBeGreaterThan(500_000);
  expect(second?.sent).toBeLessThan(bytes.length - resumedAt + 1_000);
});

test("a database that is away for a moment costs no byte: the retry only records", async () => {
  const bytes = bytesLikePdf(300_000);
  recordingFails = 1;
  await send(pdf(bytes));
  expect(accepted).toHaveLength(1);
  expect(browser.state.puts).toHaveLength(2);
  expect(browser.state.puts[1]?.sent).toBeLessThan(2_000);
});

test("the same bytes sent again get the same answer and are recorded once", async () => {
  const bytes = bytesLikePdf(100_000);
  const [{ url }] = (await presigned(bytes.length)).given;
  const first = await put(url, bytes);
  const again = await put(url, bytes);
  expect([first.status, again.status]).toEqual([200, 200]);
  expect(await again.json()).toEqual(await first.json());
  expect(accepted).toHaveLength(1);
});

test("two sendings at once end as one file", async () => {
  const bytes = bytesLikePdf(3_000_000);
  const [{ url }] = (await presigned(bytes.length)).given;
  const answers = await Promise.allSettled([put(url, bytes), put(url, bytes), put(url, bytes)]);
  expect(answers.some((answer) => answer.status === "fulfilled" && answer.value.status === 200)).toBe(true);
  expect(accepted.map(({ sha256: hash }) => hash)).toEqual([sha256(bytes)]);
});

test("a file that is not what it says is refused by name, and leaves the store", async () => {
  const page = new TextEncoder().encode("<html><script>alert(1)</script>".repeat(200));
  await expect(send(pdf(page))).rejects.toMatchObject({ name: "UploadRefused", reason: "file_is_not_a_pdf" });
  expect(browser.state.puts).toEqual([]);
  const [{ url }] = (await presigned(page.length, "proposal.pdf")).given;
  for (const _again of [1, 2]) {
    const response = await put(url, page);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ error: "file_is_not_a_pdf" });
  }
  const word = await presigned(10, "notes.docx", input.question, "application/msword");
  expect([word.response.status, word.given]).toEqual([422, { message: "file_is_not_a_pdf", details: {} }]);
  expect(accepted).toEqual([]);
});

test("what is too large is refused, whether it says so or not", async () => {
  const most = 16 * 1024 * 1024;
  await expect(send(pdf(bytesLikePdf(most + 1)))).rejects.toMatchObject({ reason: "file_is_too_large" });
  const large = await presigned(most + 1);
  expect([large.response.status, large.given]).toEqual([
    422,
    { message: "file_is_too_large", details: { mostBytes: most } },
  ]);
  const [{ url }] = (await presigned(1_000)).given;
  const more = await put(url, bytesLikePdf(5_000));
  expect([more.status, await more.json()]).toEqual([413, { error: "file_is_too_large" }]);
  const less = await put(url, bytesLikePdf(900));
  expect([less.status, await less.json()]).toEqual([400, { error: "file_is_incomplete" }]);
  expect(stored()).toEqual([]);
});

test("only a signed address that still holds is served", async () => {
  const bytes = bytesLikePdf(1_000);
  const [{ url, key }] = (await presigned(bytes.length)).given;
  const forged = url.replace("x-ut-file-size=1000", "x-ut-file-size=9999");
  const other = url.replace(
    key,
    key.replace(/.$/, (last) => (last === "a" ? "b" : "a")),
  );
  for (const address of [forged, other, `${url}0`, `/ut/${key}`, `${url}&signature=x`]) {
    expect((await put(address, bytes)).status, address).toBe(403);
  }
  const [path, query] = url.split("?") as [string, string];
  const past = `${path}?${query.replace(/expires=\d+/, "expires=1000").split("&signature=")[0]}`;
  const absolute = `http://uploadthing.localhost.invalid${past.replace("/ut", "")}`;
  const expired = `${past}&signature=${encodeURIComponent(signatureOf(absolute, "sk_live_local-key-of-a-test"))}`;
  expect((await put(expired, bytes)).status).toBe(403);
  expect((await put(url, bytes)).status).toBe(200);
});

test("no address leads out of the folder", async () => {
  const [{ url }] = (await presigned(10)).given;
  const query = url.split("?")[1];
  for (const path of ["/ut/../../etc/passwd", "/ut/%2e%2e%2f%2e%2e%2fkeys", "/ut/arriving%2Fx", "/ut/", "/ut/a/b"]) {
    const response = await put(`${path}?${query}`, bytesLikePdf(10));
    expect([403, 404, 405], path).toContain(response.status);
  }
  expect(stored()).toEqual([]);
});

test("the file router refuses before a byte is sent, and says why", async () => {
  const late = (await presigned(10, "x.pdf", "late")).response;
  expect([late.status, await late.json()]).toEqual([
    409,
    { message: "call_is_closed", details: { closesAt: arrival.toISOString() } },
  ]);
  person = null;
  expect((await presigned(10)).response.status).toBe(404);
  person = "4e0b2f6c-39a7-4f2c-bf5f-4f1f6f7a9b02" as PersonRef;
  const foreign = (await presigned(10)).response;
  expect([foreign.status, await foreign.json()]).toEqual([404, { message: "not_found", details: {} }]);
});

test("a report that the service did not sign is refused", async () => {
  const body = JSON.stringify({ status: "uploaded", origin: "http://evil.example", metadata: {}, file: {} });
  const response = await browser.fetch("/api/uploadthing?slug=document", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "uploadthing-hook": "callback",
      "x-uploadthing-signature": "hmac-sha256=00",
    },
    body,
  });
  expect(response.status).toBe(400);
  expect(accepted).toEqual([]);
});

test("two hundred people at once are never taken for one another", async () => {
  const people = Array.from({ length: 200 }, () => randomUUID() as PersonRef);
  const mixed: string[] = [];
  const seen = new AsyncLocalStorage<PersonRef>();
  service = openUploadService(
    {
      mayUpload: async (who, target) => {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
        if (target.question !== `q-${who}` || seen.getStore() !== who) mixed.push(who);
      },
      acceptUpload: async (file, meta) => {
        const { size } = await factsOfStored(service, file.key);
        if (meta.question !== `q-${meta.person}` || size !== 500 + people.indexOf(meta.person as PersonRef))
          mixed.push(meta.person);
        return { document: meta.document, size };
      },
    },
    { dataDir: folder, appUrl: "http://fund.example", uploadthingToken: undefined, localKey: "another-local-key" },
  );
  const documents = await Promise.all(
    people.map((who, index) =>
      seen.run(who, async () => {
        const files = [{ name: "plan.pdf", size: 500 + index, type: "application/pdf", lastModified: 1 }];
        const body = JSON.stringify({ files, input: { ...input, question: `q-${who}` } });
        const headers = { "content-type": "application/json" };
        const asked = new Request("http://fund.example/api/uploadthing?actionType=upload&slug=document", {
          method: "POST",
          headers,
          body,
        });
        const [{ url }] = (await (await handleFileRouter(asked, { person: who, now: arrival }, service)).json()) as [
          { url: string },
        ];
        const answer = await put(url, bytesLikePdf(500 + index));
        return ((await answer.json()) as { serverData: { document: string } }).serverData.document;
      }),
    ),
  );
  expect(new Set(documents).size).toBe(200);
  expect(mixed).toEqual([]);
});

test("with a hosted service the same path goes there: private, neutral, reported back to us, and no ingest", async () => {
  const apiKey = "sk_live_hosted";
  const token = Buffer.from(JSON.stringify({ apiKey, appId: "app", regions: ["fra1"] })).toString("base64");
  const bytes = bytesLikePdf(2_000);
  const sent: { url: URL; body: Record<string, unknown> }[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = async (address, init) => {
    const request = new Request(address, init);
    if (request.method === "GET") return new Response(bytes);
    sent.push({ url: new URL(request.url), body: (await request.json()) as Record<string, unknown> });
    return Response.json({ ok: true });
  };
  try {
    service = openUploadService(
      {
        mayUpload: async () => {},
        acceptUpload: async (file, meta) => {
          const facts = await factsOfStored(service, file.key);
          accepted.push({ ...meta, key: file.key, sha256: facts.sha256 });
          return { document: meta.document, size: facts.size };
        },
      },
      { dataDir: folder, appUrl: "http://fund.example", uploadthingToken: token, localKey: "unused" },
    );
    const [{ url, key }] = (await presigned(bytes.length, "Mensah.pdf")).given;
    expect(url).toMatch(/^https:\/\/fra1\.ingest\.uploadthing\.com\/[A-Za-z0-9]+\?.*x-ut-acl=private/);
    expect(url).not.toContain("Mensah");
    const told = sent[0]?.body as { callbackUrl: string; metadata: Record<string, unknown>; isDev: boolean };
    expect(told).toMatchObject({
      callbackUrl: "http://fund.example/api/uploadthing",
      callbackSlug: "document",
      isDev: false,
    });

    const ufsUrl = `https://app.ufs.sh/f/${key}`;
    const file = {
      name: "document.pdf",
      size: 1,
      type: "application/pdf",
      customId: null,
      key,
      url: ufsUrl,
      appUrl: ufsUrl,
      ufsUrl,
      fileHash: "",
    };
    const body = JSON.stringify({
      status: "uploaded",
      origin: "https://fra1.ingest.uploadthing.com",
      metadata: told.metadata,
      file,
    });
    const report = await browser.fetch("/api/uploadthing?slug=document", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "uploadthing-hook": "callback",
        "x-uploadthing-signature": signatureOf(body, apiKey),
      },
      body,
    });
    expect(report.status).toBe(200);
    expect(accepted).toMatchObject([{ key, name: "Mensah.pdf", sha256: sha256(bytes), person: applicant }]);
    expect(sent.at(-1)).toMatchObject({
      url: { pathname: "/callback-result" },
      body: { callbackData: { size: bytes.length } },
    });
    const ingest = await browser.fetch(`/ut/${key}?expires=1&signature=x`, { method: "HEAD" });
    expect(ingest.status).toBe(404);
  } finally {
    globalThis.fetch = real;
  }
});
