import { access } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Draft, draftFactory, finished } from "#tests/factories/draft";
import { at, smallForm } from "#tests/factories/fund-call";
import { type TestDatabase, testDatabase } from "#tests/setup/database";
import { pdfWith } from "#tests/setup/pdf";
import { removeDocument } from "~/documents/remove-document.server";
import { uploadFromForm } from "~/documents/upload-without-javascript.server";
import type { Form, Question } from "~/forms/form";
import { environment } from "~/http/environment.server";
import { blindPreview } from "~/proposals/blind-preview.server";
import { proposalInHand } from "~/proposals/own-proposals.queries.server";
import { saveAnswers } from "~/proposals/save-answers.server";
import { submitProposal } from "~/proposals/submit-proposal.server";
import type { PersonRef } from "~/values/person-ref";

const yes: Question = { id: "ethics_review", kind: "yes_no", required: true, dataClass: "none" };
const shownWhen = { question: yes.id, equals: "yes" };
const file = (id: string): Question => ({ id, kind: "file", required: false, dataClass: "none", shownWhen });
const [work, people] = smallForm.sections;
if (!work || !people) throw new Error("The small form has two sections.");
const form: Form = {
  sections: [
    { ...work, questions: [...work.questions, yes, file("approval")] },
    { ...people, questions: [...people.questions, file("letter_of_approval")] },
  ],
};

let database: TestDatabase;
let make: ReturnType<typeof draftFactory>;
beforeAll(async () => {
  database = await testDatabase();
  make = draftFactory(database.owner);
  await make.call("conditions");
  await database.owner`update calls set form = ${database.owner.json(form)} where slug = 'conditions'`;
});

async function withBothFiles() {
  const draft = await make.draft("conditions", { ...finished, [yes.id]: "yes" });
  for (const question of ["approval", "letter_of_approval"]) {
    const body = new FormData();
    body.append("file", new File([await pdfWith("Approved")], `${question}.pdf`));
    const request = new Request("http://fund.example/x", { method: "POST", body });
    await uploadFromForm(draft.actor.person as PersonRef, { proposal: draft.id, question }, request, at.submitted);
  }
  return draft;
}

const answers = ({ id, actor }: Draft, text: string, baseVersion: number) =>
  saveAnswers(actor, id, [{ question: yes.id, baseVersion, text }], at.submitted);

async function frozen({ id, actor }: Draft): Promise<string[]> {
  await submitProposal(actor, id, null, at.submitted);
  const [version] = await database.owner`select documents from proposal_versions where proposal_id = ${id}
    order by number desc limit 1`;
  return version?.documents.map(({ question }: { question: string }) => question);
}

async function previewed({ id, actor }: Draft): Promise<string[]> {
  const { files } = await blindPreview(await proposalInHand(actor, id, "en", at.submitted), actor, at.submitted);
  return files.map(({ question }) => question);
}

describe("the files of a question that is not asked", () => {
  it("are in no submitted version and no preview, and there again when it is asked again", async () => {
    const draft = await withBothFiles();
    expect(await previewed(draft)).toEqual(["approval"]);
    expect(await frozen(draft)).toEqual(["approval", "letter_of_approval"]);
    await answers(draft, "no", 1);
    expect(await previewed(draft)).toEqual([]);
    expect(await frozen(draft)).toEqual([]);
    await answers(draft, "yes", 2);
    expect(await previewed(draft)).toEqual(["approval"]);
    expect(await frozen(draft)).toEqual(["approval", "letter_of_approval"]);
  });

  it("stay with their proposal, row, bytes and all", async () => {
    const draft = await withBothFiles();
    await answers(draft, "no", 1);
    await frozen(draft);
    const rows = await database.owner`select state, storage_key as key from documents where proposal_id = ${draft.id}`;
    expect(rows.map(({ state }) => state)).toEqual(["stored", "stored"]);
    for (const { key } of rows) await access(join(environment().dataDir, "uploads", key));
  });
});

it("a file that was taken away after the submission is a change, too", async () => {
  const draft = await withBothFiles();
  await frozen(draft);
  const changed = async () => (await proposalInHand(draft.actor, draft.id, "en", at.submitted)).changedSinceSubmission;
  expect(await changed()).toBe(false);
  const [file] =
    await database.owner`select id from documents where proposal_id = ${draft.id} and question = 'approval'`;
  await removeDocument(draft.actor, file?.id, new Date(at.submitted.getTime() + 1000));
  expect(await changed()).toBe(true);
});
