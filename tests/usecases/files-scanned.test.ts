import { createHash } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { PDFString } from "pdf-lib";
import { beforeAll, describe, expect, it } from "vitest";
import { applying } from "#db/connections/applying.server";
import { type Draft, draftFactory, finished } from "#tests/factories/draft";
import { at, smallForm } from "#tests/factories/fund-call";
import { type TestDatabase, testDatabase } from "#tests/setup/database";
import { pdfWith } from "#tests/setup/pdf";
import { pdfWithNotes } from "#tests/setup/pdf-with-notes";
import { pdfDrawing, pdfRevealing } from "#tests/setup/revealing-pdf";
import type { Actor } from "~/access/actor";
import { filesToScan } from "~/documents/file-scans.server";
import { uploadFromForm } from "~/documents/upload-without-javascript.server";
import type { Form, Question } from "~/forms/form";
import { environment } from "~/http/environment.server";
import { blindPreview } from "~/proposals/blind-preview.server";
import { proposalInHand } from "~/proposals/own-proposals.queries.server";
import { saveAnswers } from "~/proposals/save-answers.server";
import type { PersonRef } from "~/values/person-ref";

const file = (id: string): Question => ({ id, kind: "file", required: false, dataClass: "none" });
const [work, people] = smallForm.sections;
if (!work || !people) throw new Error("The small form has two sections.");
const form: Form = {
  sections: [
    { ...work, questions: [...work.questions, file("annex"), file("plan")] },
    { ...people, questions: [...people.questions, file("cv")] },
  ],
};

let database: TestDatabase;
let make: ReturnType<typeof draftFactory>;
beforeAll(async () => {
  database = await testDatabase();
  make = draftFactory(database.owner);
  await make.call("scans");
  await database.owner`update calls set form = ${database.owner.json(form)} where slug = 'scans'`;
});

const author = "Adaeze Okonkwo";
const draftBy = (name = author) => make.draft("scans", { ...finished, principal_investigator: name });

async function upload({ id, actor }: Draft, question: string, bytes: Uint8Array<ArrayBuffer>, name = "our plan.pdf") {
  const body = new FormData();
  body.append("file", new File([bytes], name));
  const request = new Request("http://fund.example/x", { method: "POST", body });
  return uploadFromForm(actor.person as PersonRef, { proposal: id, question }, request, at.submitted);
}

const look = async (actor: Actor, id: string, now = at.submitted) =>
  blindPreview(await proposalInHand(actor, id, "en", now), actor, now);

/** Looks again until every file was read, as a page that says "look again" asks for. */
async function filesOf({ id, actor }: Draft, now = at.submitted) {
  for (let tries = 0; tries < 40; tries++) {
    const { files } = await look(actor, id, now);
    if (files.every(({ scan }) => scan !== null)) return files;
    await setTimeout(250);
  }
  throw new Error("The files were never read.");
}

describe("the files of a proposal, as reviewers would get them", () => {
  it("are searched for the words of the team: on their pages, and apart from them in what the copy loses", async () => {
    const draft = await draftBy();
    await upload(draft, "annex", await pdfWith("A study", `by Dr ${author}, Enugu`), "plan of Okonkwo.pdf");
    await upload(draft, "plan", await pdfRevealing(author));
    expect(await filesOf(draft)).toMatchObject([
      {
        question: "annex",
        section: "proposal",
        name: "plan of Okonkwo.pdf",
        scan: { state: "read", found: [author], removed: [] },
      },
      { question: "plan", name: "our plan.pdf", scan: { state: "read", found: [], removed: [author] } },
    ]);
  }, 30_000);

  it("are told to have notes that reviewers will not see, also where their pages name the team", async () => {
    const typed = () => ({ Subtype: "FreeText", Contents: PDFString.of("Table 2, added later") });
    const draft = await draftBy("A Study");
    await upload(draft, "annex", await pdfWithNotes(typed, typed));
    const other = await draftBy();
    await upload(other, "annex", await pdfWithNotes(typed));
    await upload(other, "plan", await pdfWith("A plan"));
    expect(await filesOf(draft)).toMatchObject([{ scan: { state: "read", found: ["A Study"], notes: 2 } }]);
    expect(await filesOf(other)).toMatchObject([
      { scan: { state: "read", found: [], notes: 1 } },
      { scan: { state: "read", notes: 0 } },
    ]);
  }, 30_000);

  it("are not those of the identity part, which may name whoever they like", async () => {
    const draft = await draftBy();
    await upload(draft, "cv", await pdfWith(`CV of ${author}`));
    expect((await look(draft.actor, draft.id)).files).toEqual([]);
  });

  it("are told as unread with their reason where nothing is known of them, and never as clean", async () => {
    const draft = await draftBy();
    await upload(draft, "annex", await pdfDrawing("0 0 100 100 re f"));
    await upload(
      draft,
      "plan",
      new Uint8Array(new TextEncoder().encode("%PDF-1.7 1 0 obj null endobj and nothing else")),
    );
    expect((await filesOf(draft)).map(({ scan }) => scan)).toEqual([
      { state: "unread", because: "pages_without_text" },
      { state: "unread", because: "pdf_cannot_be_read" },
    ]);
  }, 30_000);

  it("are told as unread where the store has lost them, and looked for again later", async () => {
    const draft = await draftBy();
    const bytes = await pdfWith("A study that gets lost");
    await upload(draft, "annex", bytes);
    const [row] = await database.owner`select storage_key from documents where proposal_id = ${draft.id}`;
    const place = join(environment().dataDir, "uploads", row?.storage_key);
    await rm(place);
    expect((await filesOf(draft))[0]?.scan).toEqual({ state: "unread", because: "file_cannot_be_read" });
    await writeFile(place, bytes);
    expect((await filesOf(draft))[0]?.scan).toMatchObject({ state: "unread" });
    const later = new Date(at.submitted.getTime() + 61_000);
    expect((await filesOf(draft, later))[0]?.scan).toMatchObject({ state: "read", found: [] });
  }, 30_000);

  it("are searched anew when the team's words change, and at once where nothing did", async () => {
    const draft = await draftBy("Nobody Real");
    await upload(draft, "annex", await pdfWith("We thank Zawadi Mumbi for her help with this"));
    expect((await filesOf(draft))[0]?.scan).toMatchObject({ state: "read", found: [] });
    const began = performance.now();
    expect((await look(draft.actor, draft.id)).files[0]?.scan).toMatchObject({ state: "read" });
    expect(performance.now() - began).toBeLessThan(500);
    const change = { question: "principal_investigator", baseVersion: 1, text: "Zawadi Mumbi" };
    await saveAnswers(draft.actor, draft.id, [change], at.submitted);
    expect((await filesOf(draft))[0]?.scan).toMatchObject({ state: "read", found: ["Zawadi Mumbi"] });
  }, 30_000);

  it("never hold a page up for longer than a second, however heavy they are", async () => {
    const draft = await draftBy();
    await upload(draft, "annex", await pdfDrawing(`BT ET ${" ".repeat(30_000_000)}`));
    const began = performance.now();
    const { files } = await look(draft.actor, draft.id);
    expect(performance.now() - began).toBeLessThan(1000);
    expect(files[0]?.scan).toBeNull();
    await filesOf(draft);
  }, 60_000);

  it("are those that stand: replaced ones are gone, and a stranger has none", async () => {
    const draft = await draftBy();
    await upload(draft, "annex", await pdfWith("First"));
    const second = await pdfWith("Second");
    await upload(draft, "annex", second);
    const stranger = await make.applicant("a stranger");
    const seenBy = ({ person }: Actor) => applying.transaction(person, (tx) => filesToScan(tx, draft.id));
    const sha256 = createHash("sha256").update(second).digest("hex");
    expect(await seenBy(draft.actor)).toMatchObject([{ question: "annex", sha256 }]);
    expect(await seenBy(stranger)).toEqual([]);
  });
});
