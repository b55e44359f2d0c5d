import { beforeAll, describe, expect, it } from "vitest";
import { refOf } from "#tests/cast";
import { allAt, fundFactory, type MadeCall, type MadeProposal } from "#tests/factories/fund";
import { at } from "#tests/factories/fund-call";
import { testDatabase } from "#tests/setup/database";
import { refusalOf } from "#tests/setup/refused";
import { rankingOfCall } from "~/reviews/ranking.queries.server";
import type { PersonRef } from "~/values/person-ref";

const { owner } = await testDatabase();
const make = fundFactory(owner);
const officer = refOf("officer");
let reviewers: PersonRef[];

beforeAll(async () => {
  await make.cast();
  reviewers = [refOf("reviewer"), refOf("conflictedReviewer"), refOf("secondReviewer")];
});

type Sheet = Record<string, number | string>;

async function reviewed(call: MadeCall, name: string, sheets: Sheet[], state = "in_review") {
  const proposal = await make.proposal(call, name, { state });
  for (const [index, sheet] of sheets.entries()) {
    const assignment = await make.assignment(proposal, reviewers[index] as PersonRef, "ABC"[index]);
    await make.lockedReview(assignment, sheet);
  }
  return proposal;
}

const order = async (call: MadeCall, who = officer) =>
  (await rankingOfCall(who, call.slug)).rows.map(({ title, rank, mean }) => [
    title.replace("Title of ", ""),
    rank,
    mean.mean,
  ]);

describe("the ranking of a call", () => {
  it("orders proposals by the mean of their reviews, ties by the rubric, and those without a mean last", async () => {
    const call = await make.call("order");
    await reviewed(call, "good", [allAt(5), allAt(5)]);
    await reviewed(call, "best", [allAt(6)]);
    await reviewed(call, "nobody", []);
    // The same mean (4.5): the first has more for use in practice.
    await reviewed(call, "useful", [{ ...allAt(4), use_in_practice: 5, ethics_and_safeguarding: 5 }]);
    await reviewed(call, "sound", [{ ...allAt(5), use_in_practice: 4, ethics_and_safeguarding: 4 }]);
    await reviewed(call, "useful too", [{ ...allAt(4), use_in_practice: 5, ethics_and_safeguarding: 5 }]);
    const found = await order(call);
    expect(found.slice(0, 2)).toEqual([
      ["best", 1, 6],
      ["good", 2, 5],
    ]);
    expect(
      found
        .slice(2, 4)
        .map(([name, rank, mean]) => [rank, mean, name])
        .sort(),
    ).toEqual([
      [3, 4.5, "useful"],
      [3, 4.5, "useful too"],
    ]);
    expect(found.slice(4)).toEqual([
      ["sound", 5, 4.5],
      ["nobody", null, null],
    ]);
  });

  it("counts what is missing as missing: a reason is no zero, and half a sheet is no review", async () => {
    const call = await make.call("missing");
    const none = { use_in_practice: "a", research_quality: "b" };
    await reviewed(call, "one unable", [{ ...allAt(5), use_in_practice: "Outside my field" }]);
    await reviewed(call, "less than half", [allAt(4), { ...allAt(1), ...none }]);
    const { rows } = await rankingOfCall(officer, call.slug);
    expect(rows.map(({ mean }) => [mean.mean, mean.counting, mean.reviews])).toEqual([
      [5, 1, 1],
      [4, 1, 2],
    ]);
  });

  it("counts locked reviews only: neither drafts, nor those of who stepped aside", async () => {
    const call = await make.call("locked only");
    const proposal = await reviewed(call, "three", [allAt(6), allAt(2), allAt(2)]);
    await owner`update assignments set state = 'recused' where proposal_id = ${proposal.id} and reviewer = ${reviewers[1] ?? ""}`;
    await owner`update assignments set state = 'assigned' where proposal_id = ${proposal.id} and reviewer = ${reviewers[2] ?? ""}`;
    const [row] = (await rankingOfCall(officer, call.slug)).rows;
    expect(row).toMatchObject({ rank: 1, assigned: 2, mean: { mean: 6, reviews: 1 } });
  });

  it("leaves out what is no longer in the running, and says which threshold is missed", async () => {
    const call = await make.call("running");
    await reviewed(call, "withdrawn", [allAt(6)], "withdrawn");
    await reviewed(call, "risky", [{ ...allAt(6), ethics_and_safeguarding: 3 }]);
    await reviewed(call, "just safe", [
      { ...allAt(5), ethics_and_safeguarding: 3 },
      { ...allAt(5), ethics_and_safeguarding: 5 },
    ]);
    const { rows } = await rankingOfCall(officer, call.slug);
    expect(rows.map(({ title, mean }) => [title, mean.missed])).toEqual([
      ["Title of risky", ["ethics_and_safeguarding"]],
      ["Title of just safe", []],
    ]);
  });

  it("adds up what is awarded, without what was withdrawn since", async () => {
    const call = await make.call("sums");
    const [one, other] = [await reviewed(call, "one", [allAt(5)]), await reviewed(call, "other", [allAt(4)])];
    await make.decision(one, "award", 10_000_000);
    await make.decision(other, "award", 7_000_000);
    expect((await rankingOfCall(officer, call.slug)).awardedMinor).toBe(17_000_000);
    await owner`update proposals set state = 'withdrawn', withdrawn_at = ${at.deciding} where id = ${other.id}`;
    expect((await rankingOfCall(officer, call.slug)).awardedMinor).toBe(10_000_000);
  });
});

describe("who may see a ranking", () => {
  let call: MadeCall;
  let hidden: MadeProposal;
  beforeAll(async () => {
    call = await make.call("who sees");
    hidden = await reviewed(call, "hidden", [allAt(6)]);
    await reviewed(call, "seen", [allAt(3)]);
    await make.decision(hidden, "award", 9_000_000);
    await make.conflict(refOf("secondOfficer"), hidden);
  });

  it("is an officer; with a conflict she sees neither the proposal, nor its rank, nor its money", async () => {
    expect(await order(call)).toEqual([
      ["hidden", 1, 6],
      ["seen", 2, 3],
    ]);
    const hers = await rankingOfCall(refOf("secondOfficer"), call.slug);
    expect(hers.rows.map(({ title, rank }) => [title, rank])).toEqual([["Title of seen", 1]]);
    expect(hers.awardedMinor).toBe(0);
    expect(JSON.stringify(hers)).not.toContain(hidden.id);
  });

  it.each(["applicant", "reviewer", "financeOfficer", "auditor", "stranger"] as const)("is no %s", async (name) => {
    expect(await refusalOf(rankingOfCall(refOf(name), call.slug))).toMatchObject({ kind: "not_found" });
  });
});
