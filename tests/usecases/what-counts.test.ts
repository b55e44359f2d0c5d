import { beforeAll, describe, expect, it } from "vitest";
import { managing } from "#db/connections/managing.server";
import { refOf } from "#tests/cast";
import { type Draft, draftFactory, finished } from "#tests/factories/draft";
import { fundFactory } from "#tests/factories/fund";
import { at } from "#tests/factories/fund-call";
import { testDatabase } from "#tests/setup/database";
import { conflictsBetween } from "~/identities/conflict-facts.server";
import { termsToClear } from "~/identities/terms-to-clear.server";
import { proposalInHand } from "~/proposals/own-proposals.queries.server";
import { saveAnswers } from "~/proposals/save-answers.server";
import { submitProposal } from "~/proposals/submit-proposal.server";
import type { PersonRef } from "~/values/person-ref";

const { owner } = await testDatabase();
const make = draftFactory(owner);
const fund = fundFactory(owner);
const officer = refOf("officer");
let draft: Draft;

const change = (question: string, text: string) =>
  saveAnswers(draft.actor, draft.id, [{ question, baseVersion: 1, text }], at.submitted);

/** Submitted by Jane Roe under one title, then changed in the open form and not submitted again. */
beforeAll(async () => {
  await fund.cast();
  await make.call("counts");
  draft = await make.draft("counts", { ...finished, title: "As submitted", principal_investigator: "Jane Roe" });
  await submitProposal(draft.actor, draft.id, null, at.submitted);
  await change("title", "As typed later");
  await change("principal_investigator", "Somebody Else");
});

describe("a proposal that was changed after it was submitted, and not submitted again", () => {
  it("keeps the title that was submitted for everybody but its own people", async () => {
    const [row] = await owner`select title from proposals where id = ${draft.id}`;
    expect(row?.title).toBe("As submitted");
    expect(await proposalInHand(draft.actor, draft.id, "en", at.submitted)).toMatchObject({ title: "As typed later" });
    await submitProposal(draft.actor, draft.id, null, at.submitted);
    const [again] = await owner`select title from proposals where id = ${draft.id}`;
    expect(again?.title).toBe("As typed later");
  });

  it("is cleared of names that stand in what counts, and of those that stand now", async () => {
    const other = await make.draft("counts", { ...finished, principal_investigator: "Jane Roe" });
    await submitProposal(other.actor, other.id, null, at.submitted);
    const saved = [{ question: "principal_investigator", baseVersion: 1, text: "Somebody Else" }];
    await saveAnswers(other.actor, other.id, saved, at.submitted);
    const terms = await managing.transaction(officer, (tx) => termsToClear(tx, other.id, at.frozen));
    expect(terms).toEqual(expect.arrayContaining(["Jane Roe", "Somebody Else"]));
  });

  it("is in conflict with a reviewer who is named in what counts, and with one who is named now", async () => {
    const people = (await Promise.all(
      ["Jane Roe", "Somebody Else", "Nobody Named"].map((name) => fund.person(name)),
    )) as PersonRef[];
    const other = await make.draft("counts", { ...finished, principal_investigator: "Jane Roe" });
    await submitProposal(other.actor, other.id, null, at.submitted);
    const saved = [{ question: "principal_investigator", baseVersion: 1, text: "Somebody Else" }];
    await saveAnswers(other.actor, other.id, saved, at.submitted);
    const found = await managing.transaction(officer, (tx) => conflictsBetween(tx, people, [other.id], at.frozen));
    expect(found.map(({ person }) => person).sort()).toEqual(people.slice(0, 2).sort());
  });
});

it("lets no login read what was said about a team but through the door", async () => {
  const asked = managing.transaction(officer, (tx) => tx.execute(`select * from identity.said('${draft.id}')`));
  await expect(asked).rejects.toMatchObject({ cause: { code: "42501" } });
});
