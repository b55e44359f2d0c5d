import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { applying } from "#db/connections/applying.server";
import { testDatabase } from "#tests/setup/database";
import { setTestEnvironment } from "#tests/setup/environment";
import { bytesLikePdf, pdfWith } from "#tests/setup/pdf";
import { waitingAs } from "#tests/setup/race";
import { uploadBrowser } from "#tests/setup/upload-browser";
import { ownDocuments } from "~/documents/documents.queries.server";
import { downloadDocument } from "~/documents/download.server";
import { handleUploadRequest } from "~/documents/handle-upload-request.server";
import { removeDocument } from "~/documents/remove-document.server";
import { uploadDocument } from "~/documents/upload-client";
import { uploadFromForm } from "~/documents/upload-without-javascript.server";
import type { PersonRef } from "~/values/person-ref";

const database = await testDatabase();
const { owner } = database;
const opens = new Date("2021-02-04T09:00:00Z");
const closes = new Date("2021-04-11T21:59:00Z");
const before = new Date("2021-04-11T21:58:59Z");
const after = new Date("2021-04-11T22:00:00Z");
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

const dataDir = mkdtempSync(join(tmpdir(), "documents-"));
setTestEnvironment(dataDir);

const person = () => randomUUID() as PersonRef;
const cast = { applicant: person(), reader: person(), stranger: person(), officer: person(), conflicted: person() };
const call = randomUUID();
let proposal: string;
let now: Date;
let atWork: PersonRef | null;

const handle = async (request: Request) =>
  (await handleUploadRequest(request, { now, session: async () => (atWork ? { person: atWork, hats: [] } : null) })) ??
  new Response("the page of what does not exist", { status: 404 });
const browser = uploadBrowser(handle);
globalThis.XMLHttpRequest = browser.XMLHttpRequest;

const target = () => ({ proposal, question: "annex" });
const send = (bytes: Uint8Array<ArrayBuffer>, name = "Okonkwo-annex.pdf") =>
  uploadDocument(new File([bytes], name, { type: "application/pdf" }), {
    input: target(),
    fetch: browser.fetch,
    waits: [1, 1],
  });
const mine = () => applying.transaction(cast.applicant, (tx) => ownDocuments(tx, proposal));
const storedFiles = () => readdirSync(join(dataDir, "uploads")).filter((name) => name !== "arriving");
const inForm = (bytes: Uint8Array<ArrayBuffer>, name = "Okonkwo.pdf") => {
  const body = new FormData();
  body.append("file", new File([bytes], name, { type: "application/pdf" }));
  return new Request("http://fund.example/apply/x", { method: "POST", body });
};

beforeAll(async () => {
  const question = { id: "annex", kind: "file", required: false, dataClass: "personal", accept: "pdf" };
  const form = {
    sections: [
      { id: "methods", part: "blind", questions: [question, { ...question, id: "title", kind: "short_text" }] },
    ],
  };
  for (const [role, id] of Object.entries(cast)) {
    const hats = role === "officer" || role === "conflicted" ? ["programme_officer"] : [];
    await owner`insert into access.people (id, hats, created_at) values (${id}, ${hats}, ${opens})`;
  }
  await owner`insert into calls (id, slug, kind, state, currency, floor_minor, ceiling_minor, budget_minor, opens_at, closes_at,
      grace_minutes, scoring_closes_at, zone, languages, themes, form, rubric, texts, created_at)
    values (${call}, 'first', 'open', 'published', 'USD', 0, 1, 1, ${opens}, ${closes}, 10, ${closes}, 'UTC', ${["en"]}, ${["one"]},
      ${owner.json(form)}, '{}', '{}', ${opens})`;
});
beforeEach(async () => {
  proposal = randomUUID();
  now = before;
  atWork = cast.applicant;
  await owner`insert into proposals (id, call_id, state, created_at) values (${proposal}, ${call}, 'draft', ${opens})`;
  await owner`insert into proposal_members (proposal_id, person, role) values (${proposal}, ${cast.applicant}, 'principal_investigator'),
    (${proposal}, ${cast.reader}, 'viewer')`;
  await owner`insert into conflicts (proposal_id, person, kind, state, found_at)
    values (${proposal}, ${cast.conflicted}, 'same_institution', 'confirmed', ${opens})`;
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

test("an upload becomes a document: measured, hashed, its name behind the door, its event written", async () => {
  const bytes = await pdfWith("Our methods");
  const { document } = await send(bytes);
  expect(await mine()).toMatchObject([
    { id: document, question: "annex", state: "stored", size: bytes.length, name: "Okonkwo-annex.pdf" },
  ]);
  const [row] = await owner`select * from documents where id = ${document}`;
  expect(row).toMatchObject({ sha256: sha256(bytes), uploader: cast.applicant, kind: "application/pdf" });
  expect(JSON.stringify(row)).not.toContain("Okonkwo");
  const events = await owner`select act from audit.events where subject_id = ${document}`;
  expect(events.map(({ act }) => act)).toEqual(["document uploaded"]);
});

test("a file posted by a plain form goes the same way", async () => {
  const bytes = await pdfWith("By hand");
  const { document } = await uploadFromForm(cast.applicant, target(), inForm(bytes), now);
  expect(await mine()).toMatchObject([{ id: document, size: bytes.length, name: "Okonkwo.pdf" }]);
  const noPdf = new TextEncoder().encode("PK a word document");
  await expect(uploadFromForm(cast.applicant, target(), inForm(noPdf, "Okonkwo.docx"), now)).rejects.toMatchObject({
    kind: "invalid",
    reason: "file_is_not_a_pdf",
    details: { name: "Okonkwo.docx", fields: { annex: "file_is_not_a_pdf" } },
  });
  const beginsOnly = new TextEncoder().encode("%PDF-1.7 and then nothing that a PDF is made of");
  const files = storedFiles().length;
  await expect(uploadFromForm(cast.applicant, target(), inForm(beginsOnly), now)).rejects.toMatchObject({
    reason: "file_is_not_a_pdf",
    details: { name: "Okonkwo.pdf" },
  });
  expect(storedFiles()).toHaveLength(files);
  await expect(
    uploadFromForm(cast.applicant, target(), inForm(bytesLikePdf(17 * 1024 * 1024)), now),
  ).rejects.toMatchObject({
    reason: "file_is_too_large",
  });
  const empty = new FormData();
  empty.append("file", new File([], ""));
  const nothing = new Request("http://fund.example/apply/x", { method: "POST", body: empty });
  await expect(uploadFromForm(cast.applicant, target(), nothing, now)).rejects.toMatchObject({
    reason: "choose_a_file",
  });
  expect(await mine()).toHaveLength(1);
});

test("a newer file takes the place of the older, whose bytes go unless a submitted version refers to them", async () => {
  const first = await send(await pdfWith("first"));
  const files = storedFiles().length;
  const second = await send(await pdfWith("second"));
  expect((await mine()).map(({ id }) => id)).toEqual([second.document]);
  expect(storedFiles()).toHaveLength(files);
  await owner`insert into proposal_versions (id, proposal_id, number, submitted_at, submitted_by, blind, documents, salt, hash)
    values (${randomUUID()}, ${proposal}, 1, ${before}, ${cast.applicant}, '{}',
      ${owner.json([{ document: second.document, question: "annex", sha256: "" }])}, '', '')`;
  await send(await pdfWith("third"));
  expect(storedFiles()).toHaveLength(files + 1);
  expect(first.document).not.toBe(second.document);
});

test("of two uploads the one begun last stands, whichever ends last", async () => {
  const begunAt = (time: string) => new Date(`2021-04-11T${time}Z`);
  const overtaken: typeof fetch = async (input, init) => {
    const response = await browser.fetch(input, init);
    if (storedFiles().length === files) {
      now = begunAt("12:01:00");
      newer ??= uploadFromForm(cast.applicant, target(), inForm(await pdfWith("newer"), "newer.pdf"), now);
      await newer;
      now = begunAt("12:02:00");
    }
    return response;
  };
  const files = storedFiles().length;
  let newer: ReturnType<typeof uploadFromForm> | undefined;
  now = begunAt("12:00:00");
  const slow = new File([await pdfWith("older")], "older.pdf");
  await expect(uploadDocument(slow, { input: target(), fetch: overtaken, waits: [] })).rejects.toMatchObject({
    reason: "newer_file_stands",
  });
  expect((await mine()).map(({ name }) => name)).toEqual(["newer.pdf"]);
  expect(storedFiles()).toHaveLength(files + 1);
  now = before;
  await send(await pdfWith("newest"), "newest.pdf");
  expect((await mine()).map(({ name }) => name)).toEqual(["newest.pdf"]);
});

test("who takes a file away takes no newer one, whose upload she met", async () => {
  const { document } = await send(await pdfWith("older"));
  const newer = randomUUID();
  let removal: Promise<void> | undefined;
  await owner.begin(async (tx) => {
    await tx`select from proposals where id = ${proposal} for update`;
    removal = removeDocument({ person: cast.applicant, hats: [], hat: "applicant" }, document, now);
    await waitingAs(owner, "fund_applying");
    await tx`update documents set state = 'removed', removed_at = ${now} where id = ${document}`;
    await tx`insert into documents (id, proposal_id, question, uploader, storage_key, size, sha256, kind, state, uploaded_at)
      values (${newer}, ${proposal}, 'annex', ${cast.applicant}, ${newer}, 1, 'x', 'application/pdf', 'stored', ${now})`;
  });
  await removal;
  expect((await mine()).map(({ id }) => id)).toEqual([newer]);
});

test("ten uploads at once leave one document", async () => {
  const files = await Promise.all(Array.from({ length: 10 }, (_, index) => pdfWith(`version ${index}`)));
  await Promise.all(files.map((bytes) => uploadFromForm(cast.applicant, target(), inForm(bytes), now)));
  expect(await mine()).toHaveLength(1);
});

test("who may not, and when it is too late, is told before and after the bytes", async () => {
  const bytes = await pdfWith("x");
  atWork = cast.stranger;
  await expect(send(bytes)).rejects.toMatchObject({ reason: "not_found" });
  atWork = cast.reader;
  await expect(send(bytes)).rejects.toMatchObject({ reason: "only_those_who_edit" });
  atWork = cast.applicant;
  now = after;
  await expect(send(bytes)).rejects.toMatchObject({ reason: "call_is_closed" });
  now = before;
  const input = { ...target(), question: "title" };
  await expect(
    uploadDocument(new File([bytes], "x.pdf"), { input, fetch: browser.fetch, waits: [] }),
  ).rejects.toMatchObject({ reason: "question_takes_no_file" });
  expect(await mine()).toEqual([]);
});

test("an upload that began before the close may end within the grace, and not later", async () => {
  const slowly = async (end: Date) => {
    now = before;
    const bytes = await pdfWith("slow line");
    const files = storedFiles().length;
    const later: typeof fetch = async (input, init) => {
      const response = await browser.fetch(input, init);
      now = end;
      return response;
    };
    const file = new File([bytes], "x.pdf");
    try {
      return await uploadDocument(file, { input: target(), fetch: later, waits: [] });
    } finally {
      if (end > after) expect(storedFiles()).toHaveLength(files);
    }
  };
  await expect(slowly(new Date(closes.getTime() + 10 * 60_000))).rejects.toMatchObject({ reason: "call_is_closed" });
  expect(await slowly(after)).toMatchObject({ document: expect.any(String) });
});

test("downloads: the team, an officer without a conflict, and nobody else", async () => {
  const bytes = await pdfWith("Our methods");
  const { document } = await send(bytes);
  for (const viewer of [
    { person: cast.applicant, hats: [] },
    { person: cast.officer, hats: ["programme_officer"] as const },
  ]) {
    const response = await downloadDocument(viewer, document, now);
    expect(sha256(new Uint8Array(await response.arrayBuffer()))).toBe(sha256(bytes));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-disposition": `attachment; filename="document-${document.slice(0, 8)}.pdf"`,
      "content-type": "application/pdf",
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
      "content-length": String(bytes.length),
    });
  }
  const part = await downloadDocument({ person: cast.applicant, hats: [] }, document, now, "bytes=5-9");
  expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 5-9/${bytes.length}`]);
  expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.slice(5, 10));
  const events = await owner`select act from audit.events where subject_id = ${document} order by 1`;
  expect(events.map(({ act }) => act)).toEqual(["document downloaded", "document uploaded"]);

  const answers = [];
  for (const [who, id] of [
    [cast.stranger, document],
    [cast.stranger, randomUUID()],
    [cast.stranger, "../../etc/passwd"],
  ] as const) {
    atWork = who;
    const response = await browser.fetch(`/documents/${encodeURIComponent(id)}`);
    answers.push([response.status, await response.text(), [...response.headers]]);
  }
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]).toEqual(answers[2]);
  expect(answers[0]?.[0]).toBe(404);
  const conflicted = { person: cast.conflicted, hats: ["programme_officer"] as const };
  await expect(downloadDocument(conflicted, document, now)).rejects.toMatchObject({ kind: "not_found" });
});

test("a document is taken away once, by its team, before the close", async () => {
  const { document } = await send(await pdfWith("x"));
  const by = (who: PersonRef) => ({ person: who, hats: [], hat: "applicant" }) as const;
  await expect(removeDocument(by(cast.stranger), document, now)).rejects.toMatchObject({ kind: "not_found" });
  await expect(removeDocument(by(cast.applicant), document, after)).rejects.toMatchObject({ reason: "call_is_closed" });
  await removeDocument(by(cast.applicant), document, now);
  await removeDocument(by(cast.applicant), document, now);
  expect(await mine()).toEqual([]);
  await expect(downloadDocument({ person: cast.applicant, hats: [] }, document, now)).rejects.toMatchObject({
    kind: "not_found",
  });
  const events = await owner`select act from audit.events where subject_id = ${document} and act = 'document removed'`;
  expect(events).toHaveLength(1);
});
