import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { managing } from "#db/connections/managing.server";
import { visiting } from "#db/connections/visiting.server";
import { actorOf, refOf } from "#tests/cast";
import { decidedCall } from "#tests/factories/decided-call";
import { fundFactory } from "#tests/factories/fund";
import { at } from "#tests/factories/fund-call";
import { testDatabase } from "#tests/setup/database";
import { brokenInvariants } from "#tests/setup/invariants";
import { atOnce, warm } from "#tests/setup/race";
import { refusalOf } from "#tests/setup/refused";
import { decide } from "~/decisions/decide.server";
import { prepareRelease } from "~/decisions/prepare-release.server";
import { releaseDecisions } from "~/decisions/release-decisions.server";
import { takeBackPreparation } from "~/decisions/take-back-preparation.server";
import { decideEligibility } from "~/eligibility/decide-eligibility.server";
import { freezePacket } from "~/eligibility/freeze-packet.server";
import { recordRecommendation } from "~/meetings/record-recommendation.server";

const { owner } = await testDatabase();
const make = fundFactory(owner);
const officer = actorOf("officer", "programme_officer");
const second = actorOf("secondOfficer", "programme_officer");
const one = { won: { outcome: "award" } } as const;
const later = new Date(at.release.getTime() + 60_000);
const cheaper = { outcome: "award" as const, amountMinor: 5_000_000, reason: "" };

beforeAll(() => make.cast());

const releaseOf = (call: string) => owner`select prepared_at, released_at from releases where call_id = ${call}`;

describe("a preparation", () => {
  it("is taken back by either officer, and then decisions can be changed and prepared anew", async () => {
    const { call, proposals } = await decidedCall(make, "taken-back", one);
    for (const who of [officer, second]) {
      await prepareRelease(officer, call.id, at.release);
      expect(await refusalOf(decide(officer, proposals.won.id, cheaper, at.release))).toMatchObject({
        reason: "release_is_prepared",
      });
      await takeBackPreparation(who, call.id, at.release);
      expect(await releaseOf(call.id)).toEqual([]);
      await decide(officer, proposals.won.id, cheaper, at.release);
    }
    const acts = await owner`select act from audit.events where subject_id = ${call.id} order by id`;
    expect(acts.map(({ act }) => act)).toEqual([
      "release prepared",
      "preparation of a release taken back",
      "release prepared",
      "preparation of a release taken back",
    ]);
    expect(await brokenInvariants(owner)).toEqual([]);
  });

  it("that was made anew is not what the second officer saw", async () => {
    const { call } = await decidedCall(make, "made-anew", one);
    await prepareRelease(officer, call.id, at.release);
    await takeBackPreparation(officer, call.id, at.release);
    await prepareRelease(officer, call.id, later);
    expect(await refusalOf(releaseDecisions(second, call.id, at.release, later))).toMatchObject({
      kind: "stale",
      reason: "preparation_has_changed",
    });
    expect(await releaseDecisions(second, call.id, later, later)).toEqual({ letters: 1 });
  });

  it("cannot be taken back where there is none, nor once it was told, nor by a stranger to the call", async () => {
    const { call } = await decidedCall(make, "too-late", one);
    expect(await refusalOf(takeBackPreparation(officer, call.id, at.release))).toMatchObject({
      reason: "release_is_not_prepared",
    });
    await prepareRelease(officer, call.id, at.release);
    expect(
      await refusalOf(takeBackPreparation(actorOf("reviewer", "programme_officer"), call.id, at.release)),
    ).toMatchObject({
      kind: "not_found",
    });
    await releaseDecisions(second, call.id, at.release, at.release);
    expect(await refusalOf(takeBackPreparation(officer, call.id, at.release))).toMatchObject({
      reason: "decisions_are_released",
    });
  });

  it("is either taken back or released when both are asked for at once", async () => {
    const { call } = await decidedCall(make, "both", one);
    await prepareRelease(officer, call.id, at.release);
    await warm(managing, 6);
    const { done, because } = await atOnce([
      ...Array.from({ length: 3 }, () => () => takeBackPreparation(officer, call.id, at.release)),
      ...Array.from({ length: 3 }, () => () => releaseDecisions(second, call.id, at.release, at.release)),
    ]);
    expect(done).toBe(1);
    const refusals = ["decisions_are_released", "release_is_not_prepared"];
    expect(because.filter((reason) => !refusals.includes(reason))).toEqual([]);
    expect(await brokenInvariants(owner)).toEqual([]);
  });
});

it("the advice stands as the first officer saw it, once a release is prepared", async () => {
  const { call, proposals } = await decidedCall(make, "advice", one);
  const advice = { outcome: "decline" as const, reason: "Another thought", dissent: "" };
  await prepareRelease(officer, call.id, at.release);
  expect(await refusalOf(recordRecommendation(second, proposals.won.id, advice, at.release))).toMatchObject({
    reason: "release_is_prepared",
  });
});

describe("a proposal on the way", () => {
  const nothing = { redact: [], accept: [], acceptInFile: [], leaveOut: [], picturesSeen: [], notesSeen: [] };
  const eligible = { outcome: "eligible", reason: "" } as const;

  it.each(["submitted", "eligible"])(
    "that is still %s holds the release back: it could never be told",
    async (state) => {
      const { call } = await decidedCall(make, `held-back-${state}`, one);
      const waiting = await make.proposal(call, "waits", { state, packet: false });
      expect(await refusalOf(prepareRelease(officer, call.id, at.release))).toMatchObject({
        reason: "proposals_are_waiting",
        details: { waiting: 1 },
      });
      await owner`update proposals set state = 'ineligible' where id = ${waiting.id}`;
      await prepareRelease(officer, call.id, at.release);
    },
  );

  it("does not join what was prepared or released: neither cleared, nor checked, nor taken back in", async () => {
    const { call } = await decidedCall(make, "joins-late", one);
    const out = await make.proposal(call, "out", { state: "ineligible", packet: false });
    const reinstated = { outcome: "reinstated", reason: "A letter was overlooked" } as const;
    await prepareRelease(officer, call.id, at.release);
    for (const because of ["release_is_prepared", "decisions_are_released"]) {
      expect(await refusalOf(decideEligibility(second, out.id, reinstated, at.release))).toMatchObject({
        reason: because,
      });
      await owner`update proposals set state = 'eligible' where id = ${out.id}`;
      expect(await refusalOf(freezePacket(second, out.id, nothing, at.release))).toMatchObject({ reason: because });
      await owner`update proposals set state = 'ineligible' where id = ${out.id}`;
      if (because === "release_is_prepared") await releaseDecisions(second, call.id, at.release, at.release);
    }
  });

  it("is either cleared or told of, when clearing and preparing meet", async () => {
    const { call } = await decidedCall(make, "meets", one);
    const late = await make.proposal(call, "late", { state: "submitted", packet: false });
    await warm(managing, 2);
    const { done } = await atOnce([
      () => decideEligibility(second, late.id, eligible, at.release),
      () => prepareRelease(officer, call.id, at.release),
    ]);
    expect(done).toBe(1);
    expect(await releaseOf(call.id)).toEqual([]);
  });
});

it("the database itself keeps what was released, and lets go what was only prepared", async () => {
  const { call: told } = await decidedCall(make, "kept-by-the-database", one);
  const { call: prepared } = await decidedCall(make, "only-prepared", one);
  await prepareRelease(officer, told.id, at.release);
  await releaseDecisions(second, told.id, at.release, at.release);
  await prepareRelease(officer, prepared.id, at.release);
  await managing.transaction(refOf("officer"), (tx) =>
    tx.execute(sql`delete from releases where call_id in (${told.id}, ${prepared.id})`),
  );
  expect(await releaseOf(told.id)).toHaveLength(1);
  expect(await releaseOf(prepared.id)).toHaveLength(0);
});

it("the database itself keeps what was told: no release is written over, no decision and no advice", async () => {
  const { call, proposals } = await decidedCall(make, "told-as-it-was", one);
  const undecided = await make.proposal(call, "never told", { state: "in_review", packet: false });
  await owner`update proposals set state = 'withdrawn' where id = ${undecided.id}`;
  await prepareRelease(officer, call.id, at.release);
  await releaseDecisions(second, call.id, at.release, at.release);
  const standing =
    () => owner`select decisions.outcome, amount_minor, released_by, recommendations.reason from decisions
    join releases using (call_id) join recommendations using (proposal_id) where proposal_id = ${proposals.won.id}`;
  const told = await standing();
  const as = (statement: ReturnType<typeof sql>) =>
    managing.transaction(refOf("officer"), (tx) => tx.execute(statement)).catch((problem) => problem);
  await as(sql`update releases set released_at = null, released_by = null where call_id = ${call.id}`);
  await as(sql`update decisions set outcome = 'decline', amount_minor = null where call_id = ${call.id}`);
  await as(sql`update recommendations set reason = 'quite another' where proposal_id = ${proposals.won.id}`);
  expect(await standing()).toEqual(told);
  const joined = await as(sql`insert into decisions (proposal_id, call_id, outcome, decided_by, decided_at)
    values (${undecided.id}, ${call.id}, 'decline', ${refOf("officer")}, ${at.release.toISOString()})`);
  expect(String(joined.cause)).toContain("row-level security");
});

describe("the database itself, asked by an officer without any page,", () => {
  const as = (statement: ReturnType<typeof sql>) =>
    managing
      .transaction(refOf("officer"), (tx) => tx.execute(statement))
      .then(
        () => "done",
        (problem) => problem.cause?.code as string,
      );
  const refused = "42501";
  const instant = at.release.toISOString();

  it("takes no word on a comment and no check of eligibility once they were told", async () => {
    const { call, proposals } = await decidedCall(make, "told-words", one);
    const [review] = await owner`select id from assignments where proposal_id = ${proposals.won.id}`;
    const check = sql`insert into eligibility_decisions (proposal_id, outcome, reason, decided_by, decided_at)
      values (${proposals.won.id}, 'ineligible', 'Late', ${refOf("officer")}, ${instant})`;
    const verdict = (outcome: string) =>
      sql`insert into comment_verdicts (assignment_id, outcome, because, resolved_by, resolved_at)
        values (${review?.id}, ${outcome}, 'Because', ${refOf("officer")}, ${instant})`;
    const change = sql`update comment_verdicts set outcome = 'told' where assignment_id = ${review?.id}`;
    const words = () => owner`select outcome from comment_verdicts where assignment_id = ${review?.id}`;
    expect([await as(check), await as(verdict("withheld")), await as(change)]).toEqual(["done", "done", "done"]);
    expect(await words()).toEqual([{ outcome: "told" }]);
    await prepareRelease(officer, call.id, at.release);
    await releaseDecisions(second, call.id, at.release, at.release);
    await as(sql`update comment_verdicts set outcome = 'withheld' where assignment_id = ${review?.id}`);
    expect(await words()).toEqual([{ outcome: "told" }]);
    await owner`delete from comment_verdicts where assignment_id = ${review?.id}`;
    expect([await as(verdict("withheld")), await as(check)]).toEqual([refused, refused]);
  });

  it("knows no award and no announcement before the release, nor one in another's name, and shows no grantee", async () => {
    const { call, proposals } = await decidedCall(make, "released-first", one);
    const award = sql`insert into awards (id, reference, proposal_id, call_id, amount_minor, currency, months, starts_on, awarded_at)
      values (gen_random_uuid(), 'EARLY-1', ${proposals.won.id}, ${call.id}, 1, 'USD', 12, '2027-01-01', ${instant})`;
    const announce = (by: string) =>
      sql`insert into announcements (call_id, announced_by, announced_at) values (${call.id}, ${by}, ${instant})`;
    expect([await as(award), await as(announce(refOf("officer")))]).toEqual([refused, refused]);
    await prepareRelease(officer, call.id, at.release);
    expect([await as(award), await as(announce(refOf("officer")))]).toEqual([refused, refused]);
    await releaseDecisions(second, call.id, at.release, at.release);
    expect(await as(announce(refOf("secondOfficer")))).toBe(refused);
    expect(await as(announce(refOf("officer")))).toBe("done");
    await as(sql`select identity.announce(${call.id}, ${instant})`);
    const shown = () =>
      visiting.transaction(null, (tx) =>
        tx.execute(sql`select 1 from visiting.grantees where call_slug = ${call.slug}`),
      );
    expect(await shown()).toHaveLength(1);
    await owner`alter table releases disable trigger user`;
    await owner`update releases set released_at = null, released_by = null where call_id = ${call.id}`;
    await owner`alter table releases enable trigger user`;
    expect(await shown()).toEqual([]);
  });

  it("takes a preparation and a release in her own name only, and no other name for who prepared", async () => {
    const { call } = await decidedCall(make, "own-name", one);
    const prepare = (by: string, released: string | null = null) =>
      sql`insert into releases (call_id, prepared_by, prepared_at, released_by, released_at)
        values (${call.id}, ${by}, ${instant}, ${released}::uuid, ${released && instant}::timestamptz)`;
    expect(await as(prepare(refOf("secondOfficer")))).toBe(refused);
    expect(await as(prepare(refOf("officer"), refOf("secondOfficer")))).toBe(refused);
    await prepareRelease(second, call.id, at.release);
    const release = (by: string) =>
      sql`update releases set released_by = ${by}, released_at = ${instant} where call_id = ${call.id}`;
    expect(await as(release(refOf("reviewer")))).toBe(refused);
    const renamed = sql`update releases set prepared_by = ${refOf("reviewer")}, released_by = ${refOf("officer")},
      released_at = ${instant} where call_id = ${call.id}`;
    expect(await as(renamed)).toBe(refused);
    const [stands] = await owner`select prepared_by, released_by from releases where call_id = ${call.id}`;
    expect(stands).toEqual({ prepared_by: refOf("secondOfficer"), released_by: null });
    expect(await as(release(refOf("officer")))).toBe("done");
  });
});
