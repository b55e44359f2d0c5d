import { beforeAll, describe, expect, it } from "vitest";
import { managing } from "#db/connections/managing.server";
import { actorOf, refOf } from "#tests/cast";
import { fundFactory, type MadeCall, type MadeProposal } from "#tests/factories/fund";
import { at } from "#tests/factories/fund-call";
import { testDatabase } from "#tests/setup/database";
import { brokenInvariants } from "#tests/setup/invariants";
import { atOnce, warm } from "#tests/setup/race";
import { refusalOf } from "#tests/setup/refused";
import { type Decision, decide } from "~/decisions/decide.server";
import { decidingDesk, decisionDesk } from "~/decisions/decision.queries.server";
import { prepareRelease } from "~/decisions/prepare-release.server";
import type { Outcome } from "~/meetings/outcome";

const { owner } = await testDatabase();
const make = fundFactory(owner);
const officer = actorOf("officer", "programme_officer");
const second = actorOf("secondOfficer", "programme_officer");
const awardOf = (amountMinor: number | null, reason = ""): Decision => ({ outcome: "award", amountMinor, reason });
const decision = ({ id }: MadeProposal) =>
  owner`select outcome, amount_minor::int, reason, decided_by, decided_at from decisions where proposal_id = ${id}`;
const spent = async ({ id }: MadeCall) =>
  (await owner`select coalesce(sum(amount_minor), 0)::int as minor from decisions where call_id = ${id}`)[0]?.minor;

beforeAll(() => make.cast());

async function advised(call: MadeCall, name: string, outcome: Outcome = "award") {
  const proposal = await make.proposal(call, name, { requestedMinor: 25_000_000 });
  await make.recommendation(proposal, outcome);
  return proposal;
}

describe("a decision", () => {
  it("is kept with its amount, by whom and when, stays sealed, and may be changed", async () => {
    const proposal = await advised(await make.call("kept"), "one");
    await decide(officer, proposal.id, awardOf(12_345_678), at.deciding);
    await decide(second, proposal.id, awardOf(11_000_000, "Less travel"), at.release);
    expect(await decision(proposal)).toEqual([
      {
        outcome: "award",
        amount_minor: 11_000_000,
        reason: "Less travel",
        decided_by: second.person,
        decided_at: at.release,
      },
    ]);
    const taken = await owner`select actor, details from audit.events where subject_id = ${proposal.id} order by id`;
    expect(taken.map(({ actor }) => actor)).toEqual([officer.person, second.person]);
    expect(await owner`select state from proposals where id = ${proposal.id}`).toEqual([{ state: "in_review" }]);
    expect(await owner`select from notifications.letters`).toEqual([]);
  });

  it("needs the advice first, and a reason where it departs from it", async () => {
    const call = await make.call("departure");
    const unadvised = await make.proposal(call, "unadvised");
    expect(await refusalOf(decide(officer, unadvised.id, awardOf(1_000), at.deciding))).toMatchObject({
      reason: "recommendation_is_missing",
    });
    const proposal = await advised(call, "advised to decline", "decline");
    expect(await refusalOf(decide(officer, proposal.id, awardOf(1_000, " \n"), at.deciding))).toMatchObject({
      kind: "invalid",
      reason: "departure_needs_a_reason",
      details: { fields: { reason: "departure_needs_a_reason" } },
    });
    expect(await decision(proposal)).toEqual([]);
    await decide(officer, proposal.id, awardOf(2_000_000, "A gap nobody else fills"), at.deciding);
    expect(await decision(proposal)).toMatchObject([{ outcome: "award", reason: "A gap nobody else fills" }]);
  });

  it("waits for a locked review while scoring is open, also where the only one was recused", async () => {
    const call = await make.call("unscored");
    const proposal = await advised(call, "one");
    await make.member(call, refOf("reviewer"));
    const unscored = { kind: "not_allowed_now", reason: "nothing_is_scored" };
    expect(await refusalOf(decide(officer, proposal.id, awardOf(10_000_000), at.scoring))).toMatchObject(unscored);
    const assignment = await make.assignment(proposal, refOf("reviewer"));
    await make.lockedReview(assignment, { inclusion: 5 });
    await owner`update assignments set state = 'recused' where id = ${assignment.id}`;
    expect(await refusalOf(decide(officer, proposal.id, awardOf(10_000_000), at.scoring))).toMatchObject(unscored);
    expect(await decision(proposal)).toEqual([]);
    await owner`update assignments set state = 'locked' where id = ${assignment.id}`;
    await decide(officer, proposal.id, awardOf(10_000_000), at.scoring);
    expect(await decision(proposal)).toHaveLength(1);
  });

  it("stays between floor and ceiling and inside the budget, to the last cent", async () => {
    const call = await make.call("budget", { budgetMinor: 30_000_000, ceilingMinor: 20_000_000 });
    const [one, other] = [await advised(call, "one"), await advised(call, "other")];
    const tries: [MadeProposal, number | null, string][] = [
      [one, 20_000_001, "amount_is_above_the_ceiling"],
      [one, 1_999_999, "amount_is_below_the_floor"],
      [one, 0, "amount_is_missing"],
      [one, null, "amount_is_missing"],
    ];
    for (const [proposal, amount, reason] of tries) {
      expect(await refusalOf(decide(officer, proposal.id, awardOf(amount), at.deciding))).toMatchObject({ reason });
    }
    await decide(officer, one.id, awardOf(20_000_000), at.deciding);
    expect(await refusalOf(decide(officer, other.id, awardOf(10_000_001), at.deciding))).toMatchObject({
      reason: "budget_is_exceeded",
    });
    await decide(officer, other.id, awardOf(10_000_000), at.deciding);
    // Its own earlier amount does not count twice.
    await decide(officer, one.id, awardOf(19_999_999), at.deciding);
    expect(await spent(call)).toBe(29_999_999);
  });

  it("may spend again what a withdrawn proposal had been awarded", async () => {
    const call = await make.call("spent again", { budgetMinor: 20_000_000 });
    const [gone, next] = [await advised(call, "gone"), await advised(call, "next")];
    await decide(officer, gone.id, awardOf(20_000_000), at.deciding);
    expect((await decidingDesk(refOf("officer"), next.id)).leftMinor).toBe(0);
    await owner`update proposals set state = 'withdrawn', withdrawn_at = ${at.deciding} where id = ${gone.id}`;
    expect((await decidingDesk(refOf("officer"), next.id)).leftMinor).toBe(20_000_000);
    await decide(officer, next.id, awardOf(20_000_000), at.deciding);
    expect(await brokenInvariants(owner)).toEqual([]);
  });

  it("cannot spend the same money twice when two officers award at once", async () => {
    await warm(managing, 8);
    for (let round = 0; round < 8; round++) {
      const call = await make.call(`race ${round}`, { budgetMinor: 20_000_000 });
      const [one, other] = [await advised(call, "one"), await advised(call, "other")];
      const outcome = await atOnce([
        () => decide(officer, one.id, awardOf(15_000_000), at.deciding),
        () => decide(second, other.id, awardOf(15_000_000), at.deciding),
      ]);
      expect([outcome, await spent(call)]).toEqual([{ done: 1, because: ["budget_is_exceeded"] }, 15_000_000]);
    }
    expect(await brokenInvariants(owner)).toEqual([]);
  });

  it("is closed once a release is prepared, also for one that is being taken meanwhile", async () => {
    await warm(managing, 8);
    const late: (string | null)[] = [];
    for (let round = 0; round < 6; round++) {
      const call = await make.call(`prepared ${round}`);
      const proposal = await advised(call, "one");
      await decide(officer, proposal.id, awardOf(10_000_000), at.deciding);
      const [, change] = await Promise.all([
        prepareRelease(officer, call.id, at.release),
        refusalOf(decide(second, proposal.id, awardOf(9_000_000), at.release)),
      ]);
      late.push(change?.reason ?? null);
      expect(await refusalOf(decide(second, proposal.id, awardOf(8_000_000), at.release))).toMatchObject({
        reason: "release_is_prepared",
      });
    }
    for (const reason of late) expect([null, "release_is_prepared"]).toContain(reason);
  });
});

describe("an officer with a conflict in the call", () => {
  let call: MadeCall;
  let hers: MadeProposal;
  let rival: MadeProposal;
  beforeAll(async () => {
    call = await make.call("conflicted", { budgetMinor: 20_000_000 });
    [hers, rival] = [await advised(call, "hers"), await advised(call, "rival")];
    await decide(officer, hers.id, awardOf(15_000_000), at.deciding);
    await make.conflict(refOf("secondOfficer"), hers);
  });

  it("decides on nothing in it: neither on that proposal, nor on its rivals for the same money", async () => {
    expect(await refusalOf(decide(second, hers.id, awardOf(1), at.deciding))).toMatchObject({ kind: "not_found" });
    expect(await refusalOf(decide(second, rival.id, awardOf(15_000_000), at.deciding))).toMatchObject({
      kind: "not_allowed_now",
      reason: "needs_officer_without_conflicts",
    });
    expect(await spent(call)).toBe(15_000_000);
  });

  it("is not told what is left of the budget", async () => {
    expect((await decidingDesk(refOf("officer"), rival.id)).leftMinor).toBe(5_000_000);
    expect(await refusalOf(decidingDesk(refOf("secondOfficer"), rival.id))).toMatchObject({
      reason: "needs_officer_without_conflicts",
    });
    expect(await refusalOf(decisionDesk(refOf("secondOfficer"), hers.id))).toMatchObject({ kind: "not_found" });
  });
});

it.each([
  ["reviewer", "reviewer"],
  ["financeOfficer", "finance_officer"],
  ["auditor", "auditor"],
  ["stranger", "programme_officer"],
  ["secondReviewer", "reviewer"],
] as const)("a %s at work as %s decides nothing", async (name, hat) => {
  const proposal = await advised(await make.call(`nobody ${name}`), "one");
  expect(await refusalOf(decide(actorOf(name, hat), proposal.id, awardOf(1_000), at.deciding))).toMatchObject({
    kind: "not_found",
  });
  expect(await decision(proposal)).toEqual([]);
});
