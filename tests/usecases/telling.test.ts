import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { applying } from "#db/connections/applying.server";
import { reviewing } from "#db/connections/reviewing.server";
import { actorOf, refOf } from "#tests/cast";
import { decidedCall } from "#tests/factories/decided-call";
import { fundFactory, type MadeProposal } from "#tests/factories/fund";
import { at } from "#tests/factories/fund-call";
import { leftBehind, minute, officer, released, second, three } from "#tests/factories/released-call";
import { testDatabase } from "#tests/setup/database";
import { brokenInvariants } from "#tests/setup/invariants";
import { atOnce, waitingAs, warm } from "#tests/setup/race";
import { refusalOf } from "#tests/setup/refused";
import type { Actor } from "~/access/actor";
import { reviewerQueue } from "~/assignments/queue.queries.server";
import { recuse } from "~/conflicts/recuse.server";
import { prepareRelease } from "~/decisions/prepare-release.server";
import { releaseDecisions } from "~/decisions/release-decisions.server";
import { releaseDesk } from "~/decisions/release-desk.queries.server";
import { takeBackPreparation } from "~/decisions/take-back-preparation.server";
import { writeLetters } from "~/notifications/write-letters.server";
import { ownProposals } from "~/proposals/own-proposals.queries.server";
import { decisionTold } from "~/proposals/receipts.queries.server";
import { withdrawProposal } from "~/proposals/withdraw-proposal.server";
import { packetPage } from "~/reviews/packet-page.server";
import { rankingOfCall } from "~/reviews/ranking.queries.server";
import type { PersonRef } from "~/values/person-ref";

const { owner } = await testDatabase();
const make = fundFactory(owner);
const { lettersAbout, awardsOf } = leftBehind(owner);

beforeAll(() => make.cast());

const asLead = (proposal: MadeProposal): Actor => ({ person: proposal.lead, hats: [], hat: "applicant" });

const stepAside = ({ code }: MadeProposal, now: Date) => recuse(actorOf("reviewer", "reviewer"), code, "other", now);

/** Everything the views of applicants show to somebody. */
const toldTo = (person: PersonRef) =>
  applying.transaction(person, async (tx) => ({
    decisions: [...(await tx.execute(sql`select proposal_id, outcome, amount_minor from applying.decisions`))],
    comments: [...(await tx.execute(sql`select proposal_id, pseudonym, to_applicant from applying.comments`))],
  }));

describe("applicants", () => {
  it("learn nothing before the release, also not from what is prepared, and then only their own", async () => {
    const { call, proposals } = await decidedCall(make, "told", three);
    const nothing = { decisions: [], comments: [] };
    const status = async () => {
      const mine = await ownProposals(asLead(proposals.won), "en", minute(10));
      return mine.map((one) => one.status);
    };
    expect(await toldTo(proposals.won.lead)).toEqual(nothing);
    await prepareRelease(officer, call.id, at.release);
    expect(await toldTo(proposals.won.lead)).toEqual(nothing);
    expect(await refusalOf(decisionTold(asLead(proposals.won), proposals.won.id))).toMatchObject({ kind: "not_found" });
    expect(await status()).toEqual(["in_review"]);

    await releaseDecisions(second, call.id, at.release, minute(5));
    const told = await toldTo(proposals.won.lead);
    expect(told.decisions).toEqual([{ proposal_id: proposals.won.id, outcome: "award", amount_minor: "10000000" }]);
    expect(told.comments).toMatchObject([{ proposal_id: proposals.won.id, pseudonym: "A" }]);
    expect(await decisionTold(asLead(proposals.won), proposals.won.id)).toMatchObject({
      outcome: "award",
      amountMinor: 10_000_000,
      releasedAt: minute(5),
    });
    expect(await status()).toEqual(["decided"]);
    expect(await refusalOf(decisionTold(asLead(proposals.won), proposals.lost.id))).toMatchObject({
      kind: "not_found",
    });
    expect(await toldTo(refOf("stranger"))).toEqual(nothing);
  });

  it("see comments of locked reviews only, and never whose", async () => {
    const { call, proposals } = await decidedCall(make, "comments", { one: { outcome: "decline" } });
    const others = [refOf("conflictedReviewer"), refOf("secondReviewer")];
    for (const [index, reviewer] of others.entries()) {
      await make.lockedReview(await make.assignment(proposals.one, reviewer, "BC"[index]), { inclusion: 3 });
    }
    await owner`update assignments set state = 'recused' where proposal_id = ${proposals.one.id} and pseudonym = 'B'`;
    await owner`update reviews set locked_at = null where assignment_id in (
      select id from assignments where proposal_id = ${proposals.one.id} and pseudonym = 'C')`;
    await owner`update assignments set state = 'assigned' where proposal_id = ${proposals.one.id} and pseudonym = 'C'`;
    await released(call);
    const { comments } = await toldTo(proposals.one.lead);
    expect(comments.map(({ pseudonym }) => pseudonym)).toEqual(["A"]);
    expect(Object.keys(comments[0] ?? {}).sort()).toEqual(["proposal_id", "pseudonym", "to_applicant"]);
  });

  it("keep a comment they were told when its reviewer steps aside later", async () => {
    const { call, proposals } = await decidedCall(make, "aside-later", { one: { outcome: "decline" } });
    await released(call);
    const { comments: before } = await toldTo(proposals.one.lead);
    expect(before).toHaveLength(1);
    await owner`update assignments set state = 'recused', recused_at = ${minute(60)}, recused_because = 'a tie'
      where proposal_id = ${proposals.one.id}`;
    expect((await toldTo(proposals.one.lead)).comments).toEqual(before);
    await owner`update assignments set recused_at = ${at.deciding} where proposal_id = ${proposals.one.id}`;
    expect((await toldTo(proposals.one.lead)).comments).toEqual([]);
  });

  it("keep the whole of it where she steps aside by herself: ranking and letter as well, and she sees nothing more", async () => {
    const { call, proposals } = await decidedCall(make, "aside-by-herself", { one: { outcome: "decline" } });
    const ranked = async () => (await rankingOfCall(refOf("officer"), call.slug)).rows.map(({ mean }) => mean);
    await released(call);
    const [told, means] = [await toldTo(proposals.one.lead), await ranked()];
    const queued = async () => (await reviewerQueue(refOf("reviewer"))).entries.map(({ code }) => code);
    expect(await queued()).toContain(proposals.one.code);
    await warm(reviewing, 6);
    const clicks = Array.from({ length: 6 }, () => () => stepAside(proposals.one, minute(60)));
    expect(await atOnce(clicks)).toEqual({ done: 1, because: ["not_found"] });
    expect([await toldTo(proposals.one.lead), await ranked()]).toEqual([told, means]);
    expect(await queued()).not.toContain(proposals.one.code);
    expect(await refusalOf(packetPage(refOf("reviewer"), proposals.one.code, "en"))).toMatchObject({
      kind: "not_found",
    });
    await writeLetters("https://fund.example", minute(61));
    const [letter] = await owner`select body_text from notifications.letters where recipient = ${proposals.one.lead}`;
    expect(letter?.body_text).toContain(told.comments[0]?.to_applicant);
    expect(await brokenInvariants(owner)).toEqual([]);
  });

  it("wait where a reviewer stepped aside since the preparation, until officers looked again and prepared it anew", async () => {
    const { call, proposals } = await decidedCall(make, "aside-before", { one: { outcome: "decline" } });
    await prepareRelease(officer, call.id, at.release);
    await stepAside(proposals.one, minute(1));
    expect(await releaseDesk(refOf("officer"), call.slug, at.release)).toMatchObject({ facts: { steppedAside: 1 } });
    expect(await refusalOf(releaseDecisions(second, call.id, at.release, minute(5)))).toMatchObject({
      reason: "reviewer_stepped_aside_since",
    });
    expect(await toldTo(proposals.one.lead)).toEqual({ decisions: [], comments: [] });
    await takeBackPreparation(officer, call.id, minute(6));
    await prepareRelease(officer, call.id, minute(7));
    expect(await releaseDecisions(second, call.id, minute(7), minute(8))).toEqual({ letters: 1 });
    expect((await toldTo(proposals.one.lead)).comments).toEqual([]);
  });

  it("keep it also where she steps aside while a release is under way, whatever the clocks saw first", async () => {
    const { call, proposals } = await decidedCall(make, "aside-meanwhile", { one: { outcome: "decline" } });
    await prepareRelease(officer, call.id, at.release);
    const { release, recusal } = await owner.begin(async (tx) => {
      // Somebody holds the proposal, so that the release waits in its middle.
      await tx`select from proposals where id = ${proposals.one.id} for update`;
      const release = releaseDecisions(second, call.id, at.release, minute(5));
      await waitingAs(owner, "fund_managing");
      const recusal = stepAside(proposals.one, minute(4));
      await waitingAs(owner, "fund_reviewing");
      return { release, recusal };
    });
    expect([await release, await recusal]).toEqual([{ letters: 1 }, undefined]);
    expect((await toldTo(proposals.one.lead)).comments).toHaveLength(1);
    expect(await brokenInvariants(owner)).toEqual([]);
  });

  it("who withdrew before the release are told nothing of what would have been, and get no letter and no award", async () => {
    const { call, proposals } = await decidedCall(make, "withdrawn", three);
    await withdrawProposal(asLead(proposals.won), proposals.won.id, "A position abroad", at.deciding);
    expect(await released(call)).toEqual({ letters: 2 });
    expect(await toldTo(proposals.won.lead)).toEqual({ decisions: [], comments: [] });
    expect(await lettersAbout(proposals.won)).toEqual([]);
    expect(await awardsOf(call)).toEqual([]);
    expect(await owner`select state from proposals where id = ${proposals.won.id}`).toEqual([{ state: "withdrawn" }]);
    expect(await brokenInvariants(owner)).toEqual([]);
  });

  it("who withdraw while a release is under way take their turn: told first, withdrawn after", async () => {
    const { call, proposals } = await decidedCall(make, "meanwhile", three);
    const elsewhere = await make.proposal(await make.call("elsewhere"), "another", { state: "awarded" });
    await prepareRelease(officer, call.id, at.release);
    const { release, withdrawal, withdrawnInBetween } = await owner.begin(async (tx) => {
      // Somebody is about to use the reference of the award, so that the release waits in its middle.
      await tx`insert into awards (id, reference, proposal_id, call_id, amount_minor, currency, months, starts_on, awarded_at)
        values (${call.id}, 'SORF-MEANWHILE-01', ${elsewhere.id}, ${elsewhere.call.id}, 1, 'USD', 1, '2021-08-01', ${at.release})`;
      const release = releaseDecisions(second, call.id, at.release, minute(5));
      await waitingAs(owner, "fund_managing");
      let withdrawn = false;
      const withdrawal = withdrawProposal(asLead(proposals.won), proposals.won.id, "A position abroad", minute(6)).then(
        () => {
          withdrawn = true;
        },
      );
      await Promise.race([withdrawal, waitingAs(owner, "fund_applying")]);
      await tx`delete from awards where id = ${call.id}`;
      return { release, withdrawal, withdrawnInBetween: withdrawn };
    });
    expect([await release, withdrawnInBetween]).toEqual([{ letters: 3 }, false]);
    await withdrawal;
    expect(await lettersAbout(proposals.won)).toHaveLength(1);
    expect((await toldTo(proposals.won.lead)).decisions).toMatchObject([{ outcome: "award" }]);
    expect(await brokenInvariants(owner)).toEqual([]);
  });

  it("and who cross a release are told all or nothing, whatever the clocks saw first", async () => {
    const late = await decidedCall(make, "withdrawn-first", three);
    await withdrawProposal(asLead(late.proposals.won), late.proposals.won.id, "A position abroad", minute(9));
    expect(await released(late.call)).toEqual({ letters: 2 });
    expect(await toldTo(late.proposals.won.lead)).toEqual({ decisions: [], comments: [] });
    expect(await lettersAbout(late.proposals.won)).toEqual([]);
    const early = await decidedCall(make, "released-first", three);
    expect(await released(early.call)).toEqual({ letters: 3 });
    await withdrawProposal(asLead(early.proposals.won), early.proposals.won.id, "A position abroad", at.deciding);
    expect(await lettersAbout(early.proposals.won)).toHaveLength(1);
    expect((await toldTo(early.proposals.won.lead)).decisions).toMatchObject([{ outcome: "award" }]);
    expect(await brokenInvariants(owner)).toEqual([]);
  });
});
