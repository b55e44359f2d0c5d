import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { managing } from "#db/connections/managing.server";
import { testDatabase } from "#tests/setup/database";
import { setTestEnvironment } from "#tests/setup/environment";
import { pdfWith } from "#tests/setup/pdf";
import { pdfRevealing } from "#tests/setup/revealing-pdf";
import { clearedDocuments } from "~/documents/cleared-documents.server";
import { downloadPacketDocument } from "~/documents/download.server";
import { textOfPages } from "~/documents/pdf-text.server";
import { uploadFromForm } from "~/documents/upload-without-javascript.server";
import type { PersonRef } from "~/values/person-ref";

const everythingSeen = { acceptInFile: [], picturesSeen: ["annex", "cv"], notesSeen: [] };
const { owner } = await testDatabase();
const opens = new Date("2021-02-04T09:00:00Z");
const closes = new Date("2021-04-11T21:59:00Z");
const before = new Date("2021-04-11T10:00:00Z");
const after = new Date("2021-04-20T10:00:00Z");
const dataDir = mkdtempSync(join(tmpdir(), "packets-"));
setTestEnvironment(dataDir);
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const ids = { call: randomUUID(), proposal: randomUUID(), packet: randomUUID() };
const person = () => randomUUID() as PersonRef;
const cast = { applicant: person(), officer: person(), reviewer: person(), other: person() };
const reviewer = (who: PersonRef) => ({ person: who, hats: ["reviewer"] as const });
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

const hatsOf: Record<string, string[]> = {
  officer: ["programme_officer"],
  reviewer: ["reviewer"],
  other: ["reviewer"],
};

beforeAll(async () => {
  const question = (id: string) => ({ id, kind: "file", required: false, dataClass: "personal" });
  const form = {
    sections: [
      { id: "methods", part: "blind", questions: [question("annex")] },
      { id: "team", part: "identity", questions: [question("cv")] },
    ],
  };
  for (const [role, id] of Object.entries(cast)) {
    await owner`insert into access.people (id, hats, created_at) values (${id}, ${hatsOf[role] ?? []}, ${opens})`;
  }
  await owner`insert into calls (id, slug, kind, state, currency, floor_minor, ceiling_minor, budget_minor, opens_at, closes_at,
      grace_minutes, scoring_closes_at, zone, languages, themes, form, rubric, texts, created_at)
    values (${ids.call}, 'packets', 'open', 'published', 'USD', 0, 1, 1, ${opens}, ${closes}, 10, ${closes}, 'UTC', ${["en"]},
      ${["one"]}, ${owner.json(form)}, '{}', '{}', ${opens})`;
  await owner`insert into proposals (id, call_id, state, created_at) values (${ids.proposal}, ${ids.call}, 'draft', ${opens})`;
  await owner`insert into proposal_members (proposal_id, person, role) values (${ids.proposal}, ${cast.applicant}, 'principal_investigator')`;
});

async function submitted(question: string, bytes: Uint8Array<ArrayBuffer>) {
  const body = new FormData();
  body.append("file", new File([bytes], "Okonkwo.pdf"));
  const request = new Request("http://fund.example/x", { method: "POST", body });
  const { document } = await uploadFromForm(cast.applicant, { proposal: ids.proposal, question }, request, before);
  return { document, question, sha256: sha256(bytes) };
}

test("a packet holds a rebuilt copy of the blind files only, and only its reviewers can fetch it", async () => {
  const annex = await submitted("annex", await pdfRevealing("Okonkwo"));
  const cv = await submitted("cv", await pdfWith("CV of Adaeze Okonkwo"));
  const cleared = await managing.transaction(cast.officer, (tx) =>
    clearedDocuments(tx, [annex, cv], ["Okonkwo"], everythingSeen),
  );
  expect(cleared).toMatchObject([{ question: "annex", pages: 1 }]);
  expect(cleared[0]?.sha256).not.toBe(annex.sha256);
  expect((await owner`select state, pages from documents where id = ${annex.document}`)[0]).toEqual({
    state: "cleared",
    pages: 1,
  });

  await owner`insert into packets (id, call_id, proposal_id, code, content, documents, hash, frozen_at, frozen_by)
    values (${ids.packet}, ${ids.call}, ${ids.proposal}, 'K7WQ2M9X', ${owner.json({ answers: {} })}, ${owner.json(cleared)}, '', ${after}, ${cast.officer})`;
  for (const who of [cast.reviewer, cast.other]) {
    await owner`insert into advisory_memberships (call_id, person, invited_at, invited_by, agreed_at)
      values (${ids.call}, ${who}, ${after}, ${cast.officer}, ${after})`;
  }
  const assignment = randomUUID();
  await owner`insert into assignments (id, call_id, packet_id, proposal_id, reviewer, pseudonym, salt, state, due_at, assigned_at, assigned_by)
    values (${assignment}, ${ids.call}, ${ids.packet}, ${ids.proposal}, ${cast.reviewer}, 'Reviewer A', 'x', 'assigned', ${after}, ${after}, ${cast.officer})`;

  const fetched = (who: PersonRef, question = "annex") =>
    downloadPacketDocument(reviewer(who), "K7WQ2M9X", question, after);
  const response = await fetched(cast.reviewer);
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="document-K7WQ2M9X-annex.pdf"');
  expect(sha256(bytes)).toBe(cleared[0]?.sha256);
  expect((await textOfPages(bytes))[0]).toContain("What we will do and how");
  expect(Buffer.from(bytes).toString("latin1")).not.toContain("Okonkwo");
  await expect(fetched(cast.reviewer, "cv")).rejects.toMatchObject({ kind: "not_found" });
  await expect(fetched(cast.other)).rejects.toMatchObject({ kind: "not_found" });
  await owner`update assignments set state = 'recused' where id = ${assignment}`;
  await expect(fetched(cast.reviewer)).rejects.toMatchObject({ kind: "not_found" });
}, 60_000);

test("a file that its applicant took away after submitting is cleared for reviewers, and stays away from her", async () => {
  const annex = await submitted("annex", await pdfWith("What we will do and how"));
  await owner`update documents set state = 'removed' where id = ${annex.document}`;
  const cleared = await managing.transaction(cast.officer, (tx) =>
    clearedDocuments(tx, [annex], ["Okonkwo"], everythingSeen),
  );
  expect(cleared).toMatchObject([{ question: "annex", pages: 1 }]);
  expect((await owner`select state, pages from documents where id = ${annex.document}`)[0]).toEqual({
    state: "removed",
    pages: 1,
  });
}, 60_000);

test("a file that still names its author stops the packet and says what was found", async () => {
  const annex = await submitted("annex", await pdfWith("A study by Adaeze Okonkwo"));
  const clearing = managing.transaction(cast.officer, (tx) =>
    clearedDocuments(tx, [annex], ["Okonkwo"], everythingSeen),
  );
  await expect(clearing).rejects.toMatchObject({
    kind: "invalid",
    reason: "identity_terms_found",
    details: { document: annex.document, question: "annex", found: ["Okonkwo"] },
  });
  expect((await owner`select state from documents where id = ${annex.document}`)[0]).toEqual({ state: "stored" });
}, 60_000);
