import { beforeAll, describe, expect, it } from "vitest";
import { managing } from "#db/connections/managing.server";
import { refOf } from "#tests/cast";
import { decidedCall } from "#tests/factories/decided-call";
import { fundFactory, type MadeCall, type MadeProposal } from "#tests/factories/fund";
import { at } from "#tests/factories/fund-call";
import { leftBehind, minute, officer, released, second, three } from "#tests/factories/released-call";
import { testDatabase } from "#tests/setup/database";
import { brokenInvariants } from "#tests/setup/invariants";
import { atOnce, waitingAs, warm } from "#tests/setup/race";
import { refusalOf } from "#tests/setup/refused";
import type { Actor } from "~/access/actor";
import { announceGrantees } from "~/decisions/announce-grantees.server";
import { prepareRelease } from "~/decisions/prepare-release.server";
import { releaseDecisions } from "~/decisions/release-decisions.server";
import { releaseDesk } from "~/decisions/release-desk.queries.server";
import { decideEligibility } from "~/eligibility/decide-eligibility.server";
import { writeLetters } from "~/notifications/write-letters.server";
import { decisionTold } from "~/proposals/receipts.queries.server";
import { withdrawProposal } from "~/proposals/withdraw-proposal.server";
import type { PersonRef } from "~/values/person-ref";

const { owner } = await testDatabase();
const make = fundFactory(owner);
const { lettersAbout, awardsOf } = leftBehind(owner);
const reason = "Seen by officers alone";
const words = "The call has another theme.\nYou are welcome to the next one.";

beforeAll(() => make.cast());

const asLead = ({ lead }: MadeProposal): Actor => ({ person: lead, hats: [], hat: "applicant" });
const toldEvents = ({ id }: MadeProposal) =>
  owner`select actor, at from audit.events where act = 'decision told' and subject_kind = 'proposal' and subject_id = ${id}`;

async function turnedAway(call: MadeCall, name: string, given: { toApplicant?: string; lead?: PersonRef } = {}) {
  const proposal = await make.proposal(call, name, { state: "submitted", packet: false, lead: given.lead });
  const said = { outcome: "ineligible", reason, toApplicant: given.toApplicant } as const;
  await decideEligibility(officer, proposal.id, said, at.frozen);
  return proposal;
}

describe("who was not eligible", () => {
  it("is told at the release, by one event and one letter, with the words for her and never the reason", async () => {
    const { call, proposals } = await decidedCall(make, "turned-away", three);
    const [away, silent] = [await turnedAway(call, "away", { toApplicant: words }), await turnedAway(call, "silent")];
    await prepareRelease(officer, call.id, at.release);
    expect([await lettersAbout(away), await toldEvents(away)]).toEqual([[], []]);
    expect(await refusalOf(decisionTold(asLead(away), away.id))).toMatchObject({ kind: "not_found" });

    expect(await releaseDecisions(second, call.id, at.release, minute(5))).toEqual({ letters: 5 });
    expect(await lettersAbout(away)).toEqual([
      { template: "decision_ineligible", recipient: away.lead, data: { proposal: away.id } },
    ]);
    expect(await toldEvents(away)).toEqual([{ actor: second.person, at: minute(5) }]);
    expect(await lettersAbout(proposals.lost)).toMatchObject([{ template: "decision_decline" }]);
    expect(await decisionTold(asLead(away), away.id)).toMatchObject({
      outcome: "ineligible",
      words,
      comments: [],
      amountMinor: null,
      releasedAt: minute(5),
    });
    expect(await decisionTold(asLead(silent), silent.id)).toMatchObject({ outcome: "ineligible", words: "" });
    expect(await refusalOf(decisionTold(asLead(silent), away.id))).toMatchObject({ kind: "not_found" });
    expect(await brokenInvariants(owner)).toEqual([]);

    await writeLetters("https://fund.example", minute(6));
    const [letter] =
      await owner`select html, body_text, state from notifications.letters where recipient = ${away.lead}`;
    for (const line of words.split("\n")) expect(letter?.body_text).toContain(line);
    const written =
      await owner`select coalesce(html, '') || coalesce(body_text, '') as text from notifications.letters`;
    expect(written.filter(({ text }) => text.includes(reason))).toEqual([]);
  });

  it("reads the words of the last finding, when an earlier one was taken back", async () => {
    const { call } = await decidedCall(make, "twice-found", { lost: { outcome: "decline" } });
    const away = await turnedAway(call, "away", { toApplicant: "An earlier thought." });
    await decideEligibility(officer, away.id, { outcome: "reinstated", reason }, at.frozen);
    await decideEligibility(second, away.id, { outcome: "ineligible", reason, toApplicant: words }, at.frozen);
    await released(call);
    expect(await decisionTold(asLead(away), away.id)).toMatchObject({ words });
  });

  it("gets a letter for each proposal, also where the other one was decided", async () => {
    const lead = await make.person("tries everything");
    const { call, proposals } = await decidedCall(make, "one-of-each", { won: { outcome: "award", lead } });
    const away = [await turnedAway(call, "one", { lead }), await turnedAway(call, "other", { lead })];
    expect(await released(call)).toEqual({ letters: 3 });
    for (const proposal of [proposals.won, ...away]) expect(await lettersAbout(proposal)).toHaveLength(1);
    expect(await brokenInvariants(owner)).toEqual([]);
  });

  it("is told once, when two officers click at the same moment and again", async () => {
    await warm(managing, 8);
    const third = await make.person("a third officer", { hats: ["programme_officer"] });
    const both: Actor[] = [second, { person: third, hats: ["programme_officer"], hat: "programme_officer" }];
    for (let round = 0; round < 3; round++) {
      const { call } = await decidedCall(make, `clicks-${round}`, { lost: { outcome: "decline" } });
      const away = [await turnedAway(call, "one"), await turnedAway(call, "other")];
      await prepareRelease(officer, call.id, at.release);
      const clicks = both.flatMap((actor) =>
        [1, 2, 3, 4].map((click) => () => releaseDecisions(actor, call.id, at.release, minute(click))),
      );
      expect(await atOnce(clicks)).toEqual({ done: 1, because: ["decisions_are_released"] });
      for (const proposal of away) {
        expect(await lettersAbout(proposal)).toHaveLength(1);
        expect(await toldEvents(proposal)).toHaveLength(1);
      }
    }
    expect(await brokenInvariants(owner)).toEqual([]);
  });
});

describe("a call in which nothing was eligible", () => {
  it("is prepared, released and announced, with letters and without awards", async () => {
    const call = await make.call("all-turned-away");
    const away = [await turnedAway(call, "one"), await turnedAway(call, "other", { toApplicant: words })];
    const desk = await releaseDesk(refOf("officer"), call.slug, at.release);
    expect(desk.letters).toEqual({ award: 0, reserve: 0, decline: 0, ineligible: 2, withoutWords: 1 });
    expect(await released(call)).toEqual({ letters: 2 });
    for (const proposal of away) expect(await lettersAbout(proposal)).toHaveLength(1);
    expect(await awardsOf(call)).toEqual([]);
    expect(await announceGrantees(officer, call.id, at.announcement)).toEqual({ grantees: 0 });
    expect(await brokenInvariants(owner)).toEqual([]);
  });

  it("has nothing to tell once everything in it was taken back", async () => {
    const call = await make.call("all-withdrawn");
    const away = await turnedAway(call, "one");
    await withdrawProposal(asLead(away), away.id, "A position abroad", at.deciding);
    expect(await refusalOf(prepareRelease(officer, call.id, at.release))).toMatchObject({
      reason: "nothing_is_decided",
    });
  });
});

describe("withdrawing what is not eligible", () => {
  it("before the release: she is told nothing and gets no letter of a decision", async () => {
    const { call } = await decidedCall(make, "withdrawn-before", { lost: { outcome: "decline" } });
    const away = await turnedAway(call, "away", { toApplicant: words });
    await prepareRelease(officer, call.id, at.release);
    await withdrawProposal(asLead(away), away.id, "A position abroad", at.release);
    expect(await releaseDecisions(second, call.id, at.release, minute(5))).toEqual({ letters: 1 });
    expect(await lettersAbout(away)).toEqual([]);
    expect(await refusalOf(decisionTold(asLead(away), away.id))).toMatchObject({ kind: "not_found" });
    expect(await brokenInvariants(owner)).toEqual([]);
  });

  it("after it: there is nothing left to take back", async () => {
    const { call } = await decidedCall(make, "withdrawn-after", { lost: { outcome: "decline" } });
    const away = await turnedAway(call, "away");
    await released(call);
    expect(await refusalOf(withdrawProposal(asLead(away), away.id, "A position abroad", minute(9)))).toMatchObject({
      reason: "proposal_cannot_be_withdrawn",
    });
  });

  it("while a release is under way waits for its end, and finds that it was told", async () => {
    const { call } = await decidedCall(make, "withdrawn-meanwhile", { lost: { outcome: "decline" } });
    const away = await turnedAway(call, "a-first");
    const last = await turnedAway(call, "z-last");
    const [held, waits] = [away, last].sort((one, other) => (one.id < other.id ? 1 : -1)) as [
      MadeProposal,
      MadeProposal,
    ];
    await prepareRelease(officer, call.id, at.release);
    const { release, withdrawal } = await owner.begin(async (tx) => {
      // Somebody holds one of the two, so that the release waits when it has the other in hand.
      await tx`select from proposals where id = ${held.id} for update`;
      const release = releaseDecisions(second, call.id, at.release, minute(5));
      await waitingAs(owner, "fund_managing");
      const withdrawal = refusalOf(withdrawProposal(asLead(waits), waits.id, "A position abroad", minute(6)));
      await waitingAs(owner, "fund_applying");
      return { release, withdrawal };
    });
    expect(await release).toEqual({ letters: 3 });
    expect(await withdrawal).toMatchObject({ reason: "proposal_cannot_be_withdrawn" });
    for (const proposal of [away, last]) expect(await lettersAbout(proposal)).toHaveLength(1);
    expect(await brokenInvariants(owner)).toEqual([]);
  });
});
