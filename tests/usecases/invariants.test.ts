import { beforeAll, expect, it } from "vitest";
import { invariants } from "#db/invariants";
import { actorOf, refOf } from "#tests/cast";
import { decidedCall } from "#tests/factories/decided-call";
import { fundFactory, type MadeProposal } from "#tests/factories/fund";
import { at } from "#tests/factories/fund-call";
import { testDatabase } from "#tests/setup/database";
import { brokenInvariants } from "#tests/setup/invariants";
import { announceGrantees } from "~/decisions/announce-grantees.server";
import { prepareRelease } from "~/decisions/prepare-release.server";
import { releaseDecisions } from "~/decisions/release-decisions.server";

const { owner } = await testDatabase();
const make = fundFactory(owner);
let won: MadeProposal;
let sealed: MadeProposal;
let turnedAway: MadeProposal;

beforeAll(async () => {
  await make.cast();
  const told = await decidedCall(make, "told", { won: { outcome: "award" }, lost: { outcome: "decline" } });
  const away = await make.proposal(told.call, "away", { state: "ineligible", packet: false });
  await prepareRelease(actorOf("officer", "programme_officer"), told.call.id, at.release);
  await releaseDecisions(actorOf("secondOfficer", "programme_officer"), told.call.id, at.release, at.release);
  await announceGrantees(actorOf("officer", "programme_officer"), told.call.id, at.announcement);
  turnedAway = away;
  const waiting = await decidedCall(make, "sealed", { one: { outcome: "award" } });
  [won, sealed] = [told.proposals.won, waiting.proposals.one];
});

type Offence = (tx: Parameters<Parameters<typeof owner.begin>[1]>[0]) => Promise<unknown>;

/** For each sentence, how somebody could break it behind the product's back. */
const offences: Record<string, Offence> = {
  "A proposal has exactly one principal investigator.": (tx) =>
    tx`insert into proposal_members values (${sealed.id}, ${refOf("applicant")}, 'principal_investigator')`,
  "A submitted version has a receipt with the same hash.": (tx) =>
    tx`update receipts set hash = 'another' where proposal_id = ${sealed.id}`,
  "The newest version of a proposal is the one its row names.": (tx) =>
    tx`update proposals set version_number = 2 where id = ${sealed.id}`,
  "Nobody reviews what she is conflicted with.": async (tx) => {
    await tx`insert into conflicts (proposal_id, person, kind, state, found_at)
      values (${sealed.id}, ${refOf("reviewer")}, 'declared', 'confirmed', ${at.scoring})`;
    return tx`update assignments set state = 'locked', recused_at = null where proposal_id = ${sealed.id}`;
  },
  "Nobody reviews her own proposal.": (tx) =>
    tx`insert into proposal_members values (${sealed.id}, ${refOf("reviewer")}, 'editor')`,
  "A locked assignment has a locked review.": (tx) => tx`update reviews set locked_at = null where assignment_id in (
      select id from assignments where proposal_id = ${sealed.id})`,
  "Every score that stands is the newest of its history.": (
    tx,
  ) => tx`update scores set value = 6 where criterion = 'inclusion' and assignment_id in (
      select id from assignments where proposal_id = ${sealed.id})`,
  "A decision follows the advice of the group or says why not.": (tx) =>
    tx`update recommendations set outcome = 'decline' where proposal_id = ${sealed.id}`,
  "Awards of a call stay inside its budget.": (tx) =>
    tx`update calls set budget_minor = 9999999 where id = ${sealed.call.id}`,
  "An award belongs to a released decision to award, with the same amount.": (tx) =>
    tx`update awards set amount_minor = amount_minor + 1 where proposal_id = ${won.id}`,
  "Nothing was announced before it was released.": (tx) =>
    tx`update announcements set announced_at = ${at.deciding} where call_id = ${won.call.id}`,
  "No decision letter exists for a call that is not released.": (
    tx,
  ) => tx`insert into notifications.letters (key, event_id, recipient, template, locale, data, next_attempt_at, created_at)
      select 'early', min(id), ${sealed.lead}, 'decision_award', 'en', ${tx.json({ proposal: sealed.id })}, ${at.release}, ${at.release}
      from audit.events`,
  "A released call has one decision letter for each proposal that was decided and not withdrawn before.": (
    tx,
  ) => tx`insert into notifications.letters (key, event_id, recipient, template, locale, data, next_attempt_at, created_at)
      select 'second', event_id, recipient, template, locale, data, next_attempt_at, created_at from notifications.letters
      where template = 'decision_award' and recipient = ${won.lead}`,
  "A released call has one letter for each proposal that was not eligible.": (tx) =>
    tx`update notifications.letters set recipient = ${won.lead} where recipient = ${turnedAway.lead}`,
  "A packet holds no answer of the identity part.": (
    tx,
  ) => tx`update packets set content = ${tx.json({ answers: { principal_investigator: "A name" } })}
      where proposal_id = ${sealed.id}`,
};

it("all hold on what the use cases made", async () => {
  expect(await owner`select from announced_grantees`).toHaveLength(1);
  expect(await brokenInvariants(owner)).toEqual([]);
});

it("each has an offence planted here", () => {
  expect(Object.keys(offences).sort()).toEqual(invariants.map(({ sentence }) => sentence).sort());
});

it.each(Object.entries(offences))("notices who breaks: %s", async (sentence, offence) => {
  const undone = new Error("undone");
  let broken: string[] = [];
  await owner
    .begin(async (tx) => {
      await offence(tx);
      broken = await brokenInvariants(tx);
      throw undone;
    })
    .catch((problem) => {
      if (problem !== undone) throw problem;
    });
  expect(broken).toEqual([sentence]);
  expect(await brokenInvariants(owner)).toEqual([]);
});
