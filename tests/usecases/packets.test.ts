import { PDFString } from "pdf-lib";
import { beforeAll, describe, expect, it } from "vitest";
import { afterClose, asOfficer, duringCall, managedCallFactory } from "#tests/factories/managed-call";
import { testDatabase } from "#tests/setup/database";
import { pdfWith } from "#tests/setup/pdf";
import { pdfWithNotes } from "#tests/setup/pdf-with-notes";
import { pdfDrawing, pdfRevealing } from "#tests/setup/revealing-pdf";
import { uploadFromForm } from "~/documents/upload-without-javascript.server";
import { type Clearance, freezePacket } from "~/eligibility/freeze-packet.server";
import { packetPage } from "~/eligibility/packet-page.server";
import { canonicalJson } from "~/values/canonical-json";
import type { PersonRef } from "~/values/person-ref";

const { owner } = await testDatabase();
const make = managedCallFactory(owner);
const nothing: Clearance = { redact: [], accept: [], acceptInFile: [], leaveOut: [], picturesSeen: [], notesSeen: [] };
const packetOf = async (proposal: string) => (await owner`select * from packets where proposal_id = ${proposal}`)[0];
const freeze = (id: string, clearance: Partial<Clearance> = {}) =>
  freezePacket(asOfficer(officer), id, { ...nothing, ...clearance }, afterClose);

let call: { id: string; slug: string };
let officer: PersonRef;
let lead: PersonRef;
beforeAll(async () => {
  call = await make.call();
  officer = await make.officer();
  lead = await make.person({ name: "Zoë Okonkwo-Lindqvist", email: "zoe@rift-lakes.example" });
});

const proposal = (given: Parameters<typeof make.proposal>[1] = {}) =>
  make.proposal(call, { lead, state: "eligible", host: "Rift Lakes University", ...given });

describe("a packet without a word that names anybody", () => {
  it("is the blind answers and nothing else, hashed, under a code without look-alikes", async () => {
    const { id } = await proposal({ coInvestigators: "Lucía Peña" });
    const { code, hash } = await freeze(id);
    const packet = await packetOf(id);
    expect(packet?.content).toEqual({ answers: { title: "Warnings that work", summary: "A study of warnings." } });
    expect(code).toMatch(/^[23456789ABCDEFGHJKMNPQRSTVWXYZ]{8}$/);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(packet).toMatchObject({ code, hash, frozen_by: officer, frozen_at: afterClose });
    expect(JSON.stringify(packet)).not.toContain("Lucía");
    const [row] = await owner`select state from proposals where id = ${id}`;
    expect(row?.state).toBe("in_review");
  });

  it("is frozen once: a second time is refused and the first one stands", async () => {
    const { id } = await proposal();
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => freeze(id)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await owner`select from packets where proposal_id = ${id}`).toHaveLength(1);
  });

  it("writes down that names were looked up, and what was frozen", async () => {
    const { id } = await proposal();
    const { code } = await freeze(id);
    const seen = await owner`select viewer, because from identity.disclosures where ${id} = any (refs)`;
    expect(seen).toEqual([{ viewer: officer, because: "anonymity_check" }]);
    const [event] = await owner`select details from audit.events where act = 'packet frozen' and subject_id = ${id}`;
    expect(event?.details).toMatchObject({ code, redacted: 0, leftOut: 0 });
  });
});

describe("words that say who applies", () => {
  const summary =
    "Zoe Okonkwo and others at RIFT  LAKES university. Write to zoe@rift-lakes.example. Our previous study found more.";

  it("are found folded and in parts, and stop the packet with their places", async () => {
    const { id } = await proposal({ summary });
    const refused = await freeze(id).catch((problem) => problem);
    expect(refused).toMatchObject({ kind: "invalid", reason: "identity_terms_found" });
    const terms = refused.details.found.map(({ term }: { term: string }) => term);
    expect(terms).toEqual(["Zoë", "Okonkwo", "Rift Lakes University", "zoe@rift-lakes.example", "our previous study"]);
    expect(await packetOf(id)).toBeUndefined();
    expect((await owner`select state from proposals where id = ${id}`)[0]?.state).toBe("eligible");
    const shown = await owner`select because from identity.disclosures where ${id} = any (refs)`;
    expect(shown, "names that a refusal carries were disclosed").toEqual([{ because: "anonymity_check" }]);
  });

  it("are shown with the words around them before anything is frozen", async () => {
    const { id } = await proposal({ summary });
    const page = await packetPage(officer, id, afterClose, "en");
    const host = page.words.find(({ term }) => term === "Rift Lakes University");
    expect(host?.places[0]).toMatchObject({ question: "Summary", found: "RIFT  LAKES university" });
    expect(host?.places[0]?.before).toMatch(/others at $/);
    expect(page.canFreeze).toBe(true);
  });

  it("are counted where they stand often: fifty places are sent, and a refusal names each word once", async () => {
    const { id } = await proposal({ summary: "Rift Lakes University and others. ".repeat(120) });
    const { words } = await packetPage(officer, id, afterClose, "en");
    expect(words).toMatchObject([{ term: "Rift Lakes University", count: 120 }]);
    expect(words[0]?.places).toHaveLength(50);
    const refused = await freeze(id).catch((problem) => problem);
    expect(refused.details.found).toEqual([{ question: "summary", term: "Rift Lakes University" }]);
  });

  it("are blacked out or left as the officer settled each, and never fall back to the original", async () => {
    const { id } = await proposal({ summary });
    await freeze(id, {
      redact: ["Zoë", "Okonkwo", "Rift Lakes University", "zoe@rift-lakes.example"],
      accept: ["our previous study"],
    });
    const left = "█████ █████ and others at █████. Write to █████. Our previous study found more.";
    expect((await packetOf(id))?.content).toMatchObject({ answers: { summary: left } });
  });

  it("stop it also where the officer settled only some of them", async () => {
    const { id } = await proposal({ summary });
    await expect(freeze(id, { redact: ["Zoë", "Okonkwo", "Rift Lakes University"] })).rejects.toMatchObject({
      reason: "identity_terms_found",
      details: { found: [{ term: "zoe@rift-lakes.example" }, { term: "our previous study" }] },
    });
  });

  it("leave an answer empty that is nothing but a name", async () => {
    const { id } = await proposal({ title: "Rift Lakes University" });
    await freeze(id, { redact: ["Rift Lakes University"] });
    expect((await packetOf(id))?.content).toMatchObject({ answers: { title: "█████" } });
  });
});

describe("files", () => {
  async function withAnnex(text: string, file?: Uint8Array<ArrayBuffer>, by = lead, summary = "A study.") {
    const { id } = await make.proposal(call, { lead: by, state: "draft", host: "Rift Lakes University" });
    const body = new FormData();
    body.append("file", new File([file ?? (await pdfWith(text))], "Okonkwo.pdf"));
    const open = await make.call();
    await owner`update proposals set call_id = ${open.id} where id = ${id}`;
    const request = new Request("http://fund.example/x", { method: "POST", body });
    const { document } = await uploadFromForm(by, { proposal: id, question: "annex" }, request, duringCall);
    const [row] = await owner`select sha256 from documents where id = ${document}`;
    const files = owner.json([{ document, question: "annex", sha256: row?.sha256 }]);
    await owner`insert into proposal_versions (id, proposal_id, number, submitted_at, submitted_by, blind, documents, salt, hash)
      values (gen_random_uuid(), ${id}, 1, ${duringCall}, ${by}, ${owner.json({ title: "Warnings", summary })}, ${files}, '', '')`;
    await owner`update proposals set state = 'eligible', version_number = 1, submitted_at = ${duringCall}, call_id = ${call.id}
      where id = ${id}`;
    return id;
  }

  it("go along rebuilt, with a hash of their own in the packet's hash", async () => {
    const id = await withAnnex("Interview guide for helpline staff");
    const { hash } = await freeze(id);
    const packet = await packetOf(id);
    expect(packet?.documents).toMatchObject([{ question: "annex", pages: 1 }]);
    expect(canonicalJson(packet?.documents)).not.toContain("Okonkwo");
    expect(hash).toBe(packet?.hash);
  });

  it("of a question that is not asked stay out", async () => {
    const id = await withAnnex("Interview guide for helpline staff");
    const other = await make.call();
    await owner`update calls set form = jsonb_set(form, '{sections,0,questions,2,shownWhen}',
      '{"question": "summary", "equals": "with an annex"}') where id = ${other.id}`;
    await owner`update proposals set call_id = ${other.id} where id = ${id}`;
    await freeze(id);
    expect((await packetOf(id))?.documents).toEqual([]);
  });

  it("with pictures wait until a person looked at them, which is written down", async () => {
    const id = await withAnnex("", await pdfRevealing("Okonkwo"));
    await expect(freeze(id)).rejects.toMatchObject({ reason: "pdf_has_pictures", details: { question: "annex" } });
    expect(await packetOf(id)).toBeUndefined();
    await freeze(id, { picturesSeen: ["annex"] });
    expect((await packetOf(id))?.documents).toMatchObject([{ question: "annex", pages: 1 }]);
    const [event] = await owner`select details from audit.events where act = 'packet frozen' and subject_id = ${id}`;
    expect(event?.details).toMatchObject({ picturesSeen: 1 });
  });

  it.each([
    ["a picture among its instructions", "BI /W 1 /H 1 /BPC 8 /CS /G ID \u0001 EI"],
    ["a drawing", `0 0 m ${Array.from({ length: 61 }, (_, at) => `${at} 9 ${at} -9 ${at + 1} 0 c`).join(" ")} f`],
  ])("with %s wait as well", async (_, instructions) => {
    const id = await withAnnex("", await pdfDrawing(`BT /F1 9 Tf (A study) Tj ET ${instructions}`));
    await expect(freeze(id)).rejects.toMatchObject({ reason: "pdf_has_pictures", details: { question: "annex" } });
    await freeze(id, { picturesSeen: ["annex"] });
    expect((await packetOf(id))?.documents).toMatchObject([{ question: "annex", pages: 1 }]);
  });

  it("with notes on their pages wait until a person looked at what reviewers will not get, which is written down", async () => {
    const typed = () => ({ Subtype: "FreeText", Contents: PDFString.of("Table 2, added later") });
    const id = await withAnnex("", await pdfWithNotes(typed));
    await expect(freeze(id, { picturesSeen: ["annex"] })).rejects.toMatchObject({
      reason: "pdf_has_notes",
      details: { question: "annex" },
    });
    expect(await packetOf(id)).toBeUndefined();
    await freeze(id, { notesSeen: ["annex"] });
    expect((await packetOf(id))?.documents).toMatchObject([{ question: "annex", pages: 1 }]);
    const [event] = await owner`select details from audit.events where act = 'packet frozen' and subject_id = ${id}`;
    expect(event?.details).toMatchObject({ picturesSeen: 0, notesSeen: 1 });
  });

  it("are searched for a word that names nobody in the answers, and answers for one that names nobody in a file", async () => {
    const field = await make.person({ name: "Jane Field", email: "jane@rift-lakes.example" });
    const id = await withAnnex("Prepared by Dr Field", undefined, field, "Our work in the field.");
    const refused = await freeze(id, { accept: ["Field"] }).catch((problem) => problem);
    expect(refused).toMatchObject({ reason: "identity_terms_found", details: { question: "annex", found: ["Field"] } });
    expect(await packetOf(id)).toBeUndefined();
    const inFile = { document: refused.details.document, term: "Field" };
    await expect(freeze(id, { acceptInFile: [inFile] })).rejects.toMatchObject({
      details: { found: [{ question: "summary", term: "Field" }] },
    });
    const elsewhere = { ...inFile, document: id };
    await expect(freeze(id, { accept: ["Field"], acceptInFile: [elsewhere] })).rejects.toMatchObject({
      details: { found: ["Field"] },
    });
    await freeze(id, { accept: ["Field"], acceptInFile: [inFile] });
    expect((await packetOf(id))?.documents).toMatchObject([{ question: "annex", pages: 1 }]);
  });

  it("that name the applicants stop the packet, and it can be frozen without them", async () => {
    const id = await withAnnex("Guide by Zoë Okonkwo-Lindqvist");
    await expect(freeze(id)).rejects.toMatchObject({
      kind: "invalid",
      reason: "identity_terms_found",
      details: { question: "annex" },
    });
    expect(await packetOf(id)).toBeUndefined();
    await freeze(id, { leaveOut: ["annex"] });
    expect((await packetOf(id))?.documents).toEqual([]);
    const [event] = await owner`select details from audit.events where act = 'packet frozen' and subject_id = ${id}`;
    expect(event?.details).toMatchObject({ leftOut: 1 });
  });
});

describe("who may freeze, and when", () => {
  it.each(["submitted", "ineligible", "withdrawn", "draft"])("nobody, while a proposal is %s", async (state) => {
    const { id } = await proposal({ state });
    await expect(freeze(id)).rejects.toMatchObject({ kind: "not_allowed_now" });
    expect(await packetOf(id)).toBeUndefined();
  });

  it("nobody, while the call takes versions", async () => {
    const { id } = await proposal();
    await expect(freezePacket(asOfficer(officer), id, nothing, duringCall)).rejects.toMatchObject({
      reason: "call_is_still_open",
    });
  });

  it("not an officer with a conflict: neither page nor packet exists for her", async () => {
    const { id } = await proposal();
    const conflicted = await make.officer();
    expect(await packetPage(conflicted, id, afterClose, "en")).toMatchObject({ id });
    await make.conflict(conflicted, id);
    await expect(packetPage(conflicted, id, afterClose, "en")).rejects.toMatchObject({ kind: "not_found" });
    await expect(freezePacket(asOfficer(conflicted), id, nothing, afterClose)).rejects.toMatchObject({
      kind: "not_found",
    });
  });
});
