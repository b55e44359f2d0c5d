import { beforeAll, describe, expect, it } from "vitest";
import { actorOf, refOf } from "#tests/cast";
import { fundFactory, type MadeCall } from "#tests/factories/fund";
import { at } from "#tests/factories/fund-call";
import { testDatabase } from "#tests/setup/database";
import { brokenInvariants } from "#tests/setup/invariants";
import { refusalOf } from "#tests/setup/refused";
import type { Actor } from "~/access/actor";
import { decide } from "~/decisions/decide.server";
import { recordRecommendation } from "~/meetings/record-recommendation.server";

const { owner } = await testDatabase();
const make = fundFactory(owner);
const officer = actorOf("officer", "programme_officer");
const award = { outcome: "award", reason: "Strong and needed", dissent: "One member found the sample small" } as const;
const decline = { outcome: "decline", reason: "Too thin", dissent: "" } as const;
const adviceOn = (id: string) =>
  owner`select outcome, reason, dissent, recorded_by, recorded_at from recommendations where proposal_id = ${id}`;

let call: MadeCall;
beforeAll(async () => {
  await make.cast();
  call = await make.call("recommending");
});

describe("the advice of the advisory group", () => {
  it("is written down with its reason and its dissent, by whom and when", async () => {
    const { id } = await make.proposal(call, "advised");
    await recordRecommendation(officer, id, award, at.meeting);
    expect(await adviceOn(id)).toEqual([{ ...award, recorded_by: officer.person, recorded_at: at.meeting }]);
    expect(await owner`select act, details from audit.events where subject_id = ${id}`).toEqual([
      { act: "recommendation recorded", details: award },
    ]);
  });

  it("waits for a locked review while scoring is open, and from its close on for none", async () => {
    const [scored, unscored] = [await make.proposal(call, "scored"), await make.proposal(call, "unscored")];
    await make.member(call, refOf("reviewer"));
    await make.lockedReview(await make.assignment(scored, refOf("reviewer")), { inclusion: 5 });
    await make.assignment(unscored, refOf("reviewer"));
    await recordRecommendation(officer, scored.id, award, at.scoring);
    expect(await refusalOf(recordRecommendation(officer, unscored.id, award, at.scoring))).toMatchObject({
      kind: "not_allowed_now",
      reason: "nothing_is_scored",
    });
    expect(await adviceOn(unscored.id)).toEqual([]);
    await recordRecommendation(officer, unscored.id, decline, at.scoringCloses);
    expect(await adviceOn(unscored.id)).toMatchObject([decline]);
  });

  it("may be corrected while it is in review; what was said before stays in the audit", async () => {
    const { id } = await make.proposal(call, "corrected");
    await recordRecommendation(officer, id, award, at.meeting);
    await recordRecommendation(officer, id, decline, at.deciding);
    expect(await adviceOn(id)).toMatchObject([decline]);
    const said =
      await owner`select details ->> 'outcome' as outcome from audit.events where subject_id = ${id} order by id`;
    expect(said.map(({ outcome }) => outcome)).toEqual(["award", "decline"]);
  });

  it("does not turn under a decision that was taken: that would then depart from it without a reason", async () => {
    const { id } = await make.proposal(call, "turned");
    await recordRecommendation(officer, id, award, at.meeting);
    await decide(officer, id, { outcome: "award", amountMinor: 10_000_000, reason: "" }, at.deciding);
    expect(await refusalOf(recordRecommendation(officer, id, decline, at.deciding))).toMatchObject({
      kind: "not_allowed_now",
      reason: "decision_would_lack_a_reason",
    });
    expect(await adviceOn(id)).toMatchObject([award]);
    await decide(
      officer,
      id,
      { outcome: "award", amountMinor: 10_000_000, reason: "The board sees it so" },
      at.deciding,
    );
    await recordRecommendation(officer, id, decline, at.deciding);
    expect(await brokenInvariants(owner)).toEqual([]);
  });

  it.each(["submitted", "eligible", "withdrawn", "declined", "awarded"])("is not for what is %s", async (state) => {
    const { id } = await make.proposal(call, state, { state });
    expect(await refusalOf(recordRecommendation(officer, id, award, at.meeting))).toMatchObject({
      reason: "proposal_is_not_in_review",
    });
    expect(await adviceOn(id)).toEqual([]);
  });

  it("is recorded by an officer without a conflict, and by nobody else", async () => {
    const proposal = await make.proposal(call, "who records");
    await make.conflict(refOf("secondOfficer"), proposal);
    const others: Actor[] = [
      actorOf("secondOfficer", "programme_officer"),
      actorOf("reviewer", "programme_officer"),
      actorOf("secondReviewer", "reviewer"),
      actorOf("auditor", "auditor"),
    ];
    for (const actor of others) {
      expect(await refusalOf(recordRecommendation(actor, proposal.id, award, at.meeting))).toMatchObject({
        kind: "not_found",
      });
    }
    expect(await adviceOn(proposal.id)).toEqual([]);
  });
});
