import { beforeAll, describe, expect, it } from "vitest";
import { applying } from "#db/connections/applying.server";
import { fundFactory } from "#tests/factories/fund";
import { at } from "#tests/factories/fund-call";
import { type TestDatabase, testDatabase } from "#tests/setup/database";
import { atOnce, warm } from "#tests/setup/race";
import type { Actor } from "~/access/actor";
import { saveAnswers } from "~/proposals/save-answers.server";
import { startProposal } from "~/proposals/start-proposal.server";
import { submitProposal } from "~/proposals/submit-proposal.server";
import { withdrawProposal } from "~/proposals/withdraw-proposal.server";

let database: TestDatabase;
let make: ReturnType<typeof fundFactory>;
beforeAll(async () => {
  database = await testDatabase();
  make = fundFactory(database.owner);
  await make.call("race");
});

const texts = {
  title: "Signals that help hotlines",
  summary: "What helps, and what does not.",
  principal_investigator: "Nobody Real",
  host_institution: "Institute of Nowhere",
};

async function finishedDraft(name: string) {
  const person = await make.person(name);
  const actor: Actor = { person, hats: [], hat: "applicant" };
  const id = await startProposal(actor, "race", at.submitted);
  const changes = Object.entries(texts).map(([question, text]) => ({ question, baseVersion: 0, text }));
  expect((await saveAnswers(actor, id, changes, at.submitted)).conflicts).toEqual([]);
  return { id, actor };
}

const countsOf = async (id: string) => {
  const [counts] = await database.owner`select
    (select count(*)::int from proposal_versions where proposal_id = ${id}) as versions,
    (select count(*)::int from receipts where proposal_id = ${id}) as receipts,
    (select count(*)::int from notifications.letters where template = 'submission_receipt' and data ->> 'proposal' = ${id}) as letters`;
  return counts;
};

describe("handing in a proposal", () => {
  it("happens once, however many clicks arrive together", async () => {
    const { id, actor } = await finishedDraft("ten clicks");
    await warm(applying, 10);
    const clicks = Array.from({ length: 10 }, () => () => submitProposal(actor, id, null, at.submitted));
    expect(await atOnce(clicks)).toEqual({ done: 10, because: [] });
    expect(await countsOf(id)).toEqual({ versions: 1, receipts: 1, letters: 1 });
  });

  it("happens again when something changed, and keeps both versions with their receipts", async () => {
    const { id, actor } = await finishedDraft("changed");
    const first = await submitProposal(actor, id, null, at.submitted);
    await saveAnswers(actor, id, [{ question: "title", baseVersion: 1, text: "Another title" }], at.submitted);
    const second = await submitProposal(actor, id, null, at.submitted);
    expect(second.reference).not.toBe(first.reference);
    expect(await countsOf(id)).toEqual({ versions: 2, receipts: 2, letters: 2 });
  });

  it("is refused at the close, with the close, and when an answer is missing, with its place", async () => {
    const { id, actor } = await finishedDraft("late");
    await expect(submitProposal(actor, id, null, at.closes)).rejects.toMatchObject({ reason: "call_is_closed" });
    await saveAnswers(actor, id, [{ question: "summary", baseVersion: 1, text: "" }], at.submitted);
    await expect(submitProposal(actor, id, null, at.submitted)).rejects.toMatchObject({
      reason: "proposal_is_incomplete",
      details: { fields: { summary: "answer_is_missing" } },
    });
    expect(await countsOf(id)).toEqual({ versions: 0, receipts: 0, letters: 0 });
  });

  it("is not there for anybody else, and ends with a withdrawal", async () => {
    const { id, actor } = await finishedDraft("withdrawing");
    const stranger: Actor = { person: await make.person("stranger"), hats: [], hat: "applicant" };
    await expect(submitProposal(stranger, id, null, at.submitted)).rejects.toMatchObject({ reason: "not_found" });
    await submitProposal(actor, id, null, at.submitted);
    await withdrawProposal(actor, id, "A partner left", at.submitted);
    await expect(submitProposal(actor, id, null, at.submitted)).rejects.toMatchObject({
      reason: "proposal_cannot_be_changed",
    });
  });
});

it("an answer that somebody changed meanwhile is not overwritten, and both texts are kept", async () => {
  const { id, actor } = await finishedDraft("two people");
  const save = (text: string) => saveAnswers(actor, id, [{ question: "summary", baseVersion: 1, text }], at.submitted);
  const [one, other] = await Promise.all([save("Hers"), save("His")]);
  expect([one, other].flatMap(({ conflicts }) => conflicts)).toHaveLength(1);
  const kept = await database.owner`select text from answer_history where proposal_id = ${id} and question = 'summary'`;
  expect(kept.map((row) => row.text)).toEqual(expect.arrayContaining(["Hers", "His"]));
});
