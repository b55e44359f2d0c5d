import { beforeAll, describe, expect, it } from "vitest";
import { managing } from "#db/connections/managing.server";
import { actorOf, refOf } from "#tests/cast";
import { decidedCall } from "#tests/factories/decided-call";
import { fundFactory, type MadeCall, type MadeProposal } from "#tests/factories/fund";
import { at } from "#tests/factories/fund-call";
import { leftBehind, minute, officer, released, second, three } from "#tests/factories/released-call";
import { testDatabase } from "#tests/setup/database";
import { brokenInvariants } from "#tests/setup/invariants";
import { atOnce, warm } from "#tests/setup/race";
import { refusalOf } from "#tests/setup/refused";
import type { Actor } from "~/access/actor";
import { callAtAGlance } from "~/calls/managed-calls.queries.server";
import { prepareRelease } from "~/decisions/prepare-release.server";
import { releaseDecisions } from "~/decisions/release-decisions.server";
import { releaseDesk } from "~/decisions/release-desk.queries.server";
import { rankingOfCall } from "~/reviews/ranking.queries.server";

const { owner } = await testDatabase();
const make = fundFactory(owner);
const { lettersAbout, awardsOf } = leftBehind(owner);

beforeAll(() => make.cast());

const releaseOf = ({ id }: MadeCall) =>
  owner`select prepared_by, released_by, released_at from releases where call_id = ${id}`;

describe("a release", () => {
  it("is prepared by one officer and done by another: decisions, awards, states and letters at once", async () => {
    const { call, proposals } = await decidedCall(make, "whole", three);
    await prepareRelease(officer, call.id, at.release);
    expect(await releaseOf(call)).toEqual([{ prepared_by: officer.person, released_by: null, released_at: null }]);
    expect(await releaseDecisions(second, call.id, at.release, minute(5))).toEqual({ letters: 3 });

    expect(await releaseOf(call)).toMatchObject([{ released_by: second.person, released_at: minute(5) }]);
    const states = await owner`select title, state from proposals where call_id = ${call.id} order by title`;
    expect(states.map(({ state }) => state)).toEqual(["declined", "reserved", "awarded"]);
    expect(await awardsOf(call)).toEqual([
      {
        proposal_id: proposals.won.id,
        amount_minor: 10_000_000,
        currency: "USD",
        months: 18,
        starts_on: "2021-08-01",
        awarded_at: minute(5),
      },
    ]);
    expect(await lettersAbout(proposals.won)).toEqual([
      {
        template: "decision_award",
        recipient: proposals.won.lead,
        data: { proposal: proposals.won.id, amount: { minor: 10_000_000, currency: "USD" } },
      },
    ]);
    expect((await lettersAbout(proposals.waits)).map((letter) => letter.template)).toEqual(["decision_reserve"]);
    expect((await lettersAbout(proposals.lost)).map((letter) => letter.template)).toEqual(["decision_decline"]);
    expect(await brokenInvariants(owner)).toEqual([]);
  });

  it("waits until everything in review is decided, and until there is something to tell", async () => {
    const { call, proposals } = await decidedCall(make, "undecided", three);
    const late = await make.proposal(call, "late");
    expect(await refusalOf(prepareRelease(officer, call.id, at.release))).toMatchObject({
      reason: "proposals_are_undecided",
      details: { undecided: 1 },
    });
    await owner`update proposals set state = 'withdrawn', withdrawn_at = ${at.deciding} where id = ${late.id}`;
    await prepareRelease(officer, call.id, at.release);
    const empty = await make.call("empty");
    expect(await refusalOf(prepareRelease(officer, empty.id, at.release))).toMatchObject({
      reason: "nothing_is_decided",
    });
    expect(await lettersAbout(proposals.won)).toEqual([]);
  });

  it("needs a second officer: who prepared cannot release, and nobody can what nobody prepared", async () => {
    const { call } = await decidedCall(make, "second officer", three);
    expect(await refusalOf(releaseDecisions(second, call.id, at.release, at.release))).toMatchObject({
      reason: "release_is_not_prepared",
    });
    await prepareRelease(officer, call.id, at.release);
    expect(await refusalOf(releaseDecisions(officer, call.id, at.release, minute(5)))).toMatchObject({
      reason: "needs_second_officer",
    });
    expect(await releaseOf(call)).toMatchObject([{ released_at: null }]);
    expect(await awardsOf(call)).toEqual([]);
  });

  it("is the database's word too: it keeps no release by one officer alone", async () => {
    const { call } = await decidedCall(make, "database says so", three);
    await prepareRelease(officer, call.id, at.release);
    await expect(
      owner`update releases set released_by = prepared_by, released_at = ${at.release} where call_id = ${call.id}`,
    ).rejects.toMatchObject({ constraint_name: "two officers release" });
    await expect(
      owner`update releases set released_at = ${at.release} where call_id = ${call.id}`,
    ).rejects.toMatchObject({ constraint_name: "a release has its officer" });
  });

  it("is prepared once, however often and by however many the button is pressed", async () => {
    const { call } = await decidedCall(make, "prepared once", three);
    await warm(managing, 8);
    const clicks = [officer, second].flatMap((actor) =>
      Array.from({ length: 5 }, () => () => prepareRelease(actor, call.id, at.release)),
    );
    expect(await atOnce(clicks)).toEqual({ done: 1, because: ["release_is_prepared"] });
    expect(
      await owner`select from audit.events where act = 'release prepared' and subject_id = ${call.id}`,
    ).toHaveLength(1);
  });

  it("happens once when ten clicks come at once: one release, one letter for each proposal, one award", async () => {
    await warm(managing, 8);
    for (let round = 0; round < 3; round++) {
      const { call, proposals } = await decidedCall(make, `ten clicks ${round}`, three);
      await prepareRelease(officer, call.id, at.release);
      const clicks = Array.from(
        { length: 10 },
        (_, click) => () => releaseDecisions(second, call.id, at.release, minute(click)),
      );
      expect(await atOnce(clicks)).toEqual({ done: 1, because: ["decisions_are_released"] });
      const acts =
        await owner`select act from audit.events where act = 'decisions released' and subject_id = ${call.id}`;
      expect(acts).toHaveLength(1);
      for (const proposal of Object.values(proposals)) expect(await lettersAbout(proposal)).toHaveLength(1);
      expect(await awardsOf(call)).toHaveLength(1);
    }
    expect(await brokenInvariants(owner)).toEqual([]);
  });

  it("sends somebody who applied twice a letter for each", async () => {
    const lead = await make.person("applies twice");
    const { call, proposals } = await decidedCall(make, "twice", {
      one: { outcome: "award", lead },
      other: { outcome: "award", lead },
    });
    expect(await released(call)).toEqual({ letters: 2 });
    expect(await lettersAbout(proposals.one)).toHaveLength(1);
    expect(await lettersAbout(proposals.other)).toHaveLength(1);
    const references = await owner`select reference from awards where call_id = ${call.id} order by reference`;
    expect(references.map(({ reference }) => reference)).toEqual(["SORF-TWICE-01", "SORF-TWICE-02"]);
  });
});

it("what was withdrawn is counted nowhere as decided or awarded: call, ranking and desk agree", async () => {
  const { call, proposals } = await decidedCall(make, "one-sum", {
    stays: { outcome: "award", amountMinor: 5_000_000 },
    goes: { outcome: "award", amountMinor: 10_000_000 },
    lost: { outcome: "decline" },
  });
  const sums = async () => {
    const { funnel, sums } = await callAtAGlance(refOf("officer"), call.slug);
    const desk = await releaseDesk(refOf("officer"), call.slug, at.release);
    const ranking = await rankingOfCall(refOf("officer"), call.slug);
    return {
      awardedMinor: [sums.awardedMinor, desk.awardedMinor, ranking.awardedMinor],
      awards: [funnel.awarded, desk.awards],
      decided: [funnel.decided, desk.facts.decided],
    };
  };
  expect(await sums()).toEqual({
    awardedMinor: [15_000_000, 15_000_000, 15_000_000],
    awards: [2, 2],
    decided: [3, 3],
  });
  await owner`update proposals set state = 'withdrawn', withdrawn_at = ${at.deciding} where id = ${proposals.goes.id}`;
  expect(await sums()).toEqual({ awardedMinor: [5_000_000, 5_000_000, 5_000_000], awards: [1, 1], decided: [2, 2] });
});

describe("an officer with a conflict in the call", () => {
  let call: MadeCall;
  let hers: MadeProposal;
  beforeAll(async () => {
    const made = await decidedCall(make, "conflicted", three);
    call = made.call;
    hers = made.proposals.lost;
    await make.conflict(refOf("secondOfficer"), hers);
  });

  it("neither prepares, nor releases, nor sees what is counted", async () => {
    const because = { kind: "not_allowed_now", reason: "needs_officer_without_conflicts" };
    expect(await refusalOf(prepareRelease(second, call.id, at.release))).toMatchObject(because);
    await prepareRelease(officer, call.id, at.release);
    expect(await refusalOf(releaseDecisions(second, call.id, at.release, minute(5)))).toMatchObject(because);
    const desk = await refusalOf(releaseDesk(refOf("secondOfficer"), call.slug, at.release));
    expect(desk).toMatchObject(because);
    expect(desk?.details).toBeUndefined();
    expect((await releaseDesk(refOf("officer"), call.slug, at.release)).facts).toMatchObject({ decided: 3 });
  });

  it("who applied herself is one of them", async () => {
    const both = await make.person("officer who applies", { hats: ["programme_officer"] });
    const made = await decidedCall(make, "her own", { one: { outcome: "award", lead: both } });
    const actor: Actor = { person: both, hats: ["programme_officer"], hat: "programme_officer" };
    expect(await refusalOf(prepareRelease(actor, made.call.id, at.release))).toMatchObject({
      reason: "needs_officer_without_conflicts",
    });
  });
});

it.each([
  ["reviewer", "reviewer"],
  ["auditor", "auditor"],
  ["financeOfficer", "finance_officer"],
  ["stranger", "programme_officer"],
] as const)("a %s at work as %s neither prepares nor releases", async (name, hat) => {
  const { call } = await decidedCall(make, `nobody ${name}`, three);
  const actor = actorOf(name, hat);
  expect(await refusalOf(prepareRelease(actor, call.id, at.release))).toMatchObject({ kind: "not_found" });
  await prepareRelease(officer, call.id, at.release);
  expect(await refusalOf(releaseDecisions(actor, call.id, at.release, minute(5)))).toMatchObject({ kind: "not_found" });
  expect(await awardsOf(call)).toEqual([]);
});
