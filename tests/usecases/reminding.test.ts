import { describe, expect, it } from "vitest";
import { afterClose, asOfficer, managedCallFactory, scoringClosesAt } from "#tests/factories/managed-call";
import { testDatabase } from "#tests/setup/database";
import { refusalOf } from "#tests/setup/refused";
import { assignReviewer } from "~/assignments/assign-reviewer.server";
import { remindReviewers } from "~/assignments/remind-reviewers.server";
import { letterOnDesk, lettersDesk } from "~/notifications/letters-desk.server";
import { settleLetter } from "~/notifications/settle-letter.server";
import { progressOfCall } from "~/reviews/progress.queries.server";
import type { PersonRef } from "~/values/person-ref";

const { owner } = await testDatabase();
const make = managedCallFactory(owner);

/** A reviewer with an open review in a call of her own. */
async function asked() {
  const officer = await make.officer();
  const call = await make.call();
  const reviewer = await make.member(call);
  const { id } = await make.packet(call);
  await assignReviewer(asOfficer(officer), { proposal: id, reviewer, dueAt: scoringClosesAt }, afterClose);
  return { officer, call, reviewer };
}
const reminders = (reviewer: string) =>
  owner`select from notifications.letters where template = 'reminder' and recipient = ${reviewer}`;

it("one letter a day, also from an officer who may not see the letters of a reviewer whose own proposal she is tied to", async () => {
  const { officer, call, reviewer } = await asked();
  const other = await make.officer();
  const elsewhere = await make.packet(await make.call());
  await owner`insert into proposal_members (proposal_id, person, role) values (${elsewhere.id}, ${reviewer}, 'editor')`;
  await make.conflict(other, elsewhere.id);
  expect(await remindReviewers(asOfficer(officer), call.id, afterClose)).toBe(1);
  expect(await remindReviewers(asOfficer(other), call.id, afterClose)).toBe(0);
  expect(await reminders(reviewer)).toHaveLength(1);
});

describe("an officer who is in conflict with one proposal of the call", () => {
  /** Two reviewers: all that one has, and one of two of the other, is what the second officer is in conflict with. */
  async function halfSeen() {
    const { officer, call, reviewer: both } = await asked();
    const only = await make.member(call);
    const other = await make.officer();
    const hidden = await make.packet(call);
    const sooner = new Date(scoringClosesAt.getTime() - 5 * 86_400_000);
    for (const reviewer of [both, only])
      await assignReviewer(asOfficer(officer), { proposal: hidden.id, reviewer, dueAt: sooner }, afterClose);
    await make.conflict(other, hidden.id);
    const onDesk = async (who: PersonRef) =>
      (await lettersDesk(who, { state: "", page: 1 }, afterClose)).letters.map(({ template }) => template).sort();
    return { officer, other, call, both, only, sooner, onDesk };
  }

  it("reminds everybody of everything, and is not told how many", async () => {
    const { other, call, both, only, sooner } = await halfSeen();
    const open = (await progressOfCall(other, call.slug, afterClose)).reviewers.map((row) => [row.ref, row.open]);
    expect(Object.fromEntries(open)).toEqual({ [both]: 1, [only]: 0 });
    expect(await remindReviewers(asOfficer(other), call.id, afterClose)).toBeNull();
    const sent = await owner`select recipient, data from notifications.letters
      where template = 'reminder' and recipient in ${owner([both, only])}`;
    const dueAt = sooner.toISOString();
    expect(Object.fromEntries(sent.map(({ recipient, data }) => [recipient, data]))).toEqual({
      [both]: { open: 2, dueAt },
      [only]: { open: 1, dueAt },
    });
    expect(await remindReviewers(asOfficer(other), call.id, afterClose), "nor that there are none").toBeNull();
  });

  it("sees no reminder of that call, whoever sent it and whatever is reviewed, and settles none; others do", async () => {
    const { officer, other, call, both, only, onDesk } = await halfSeen();
    const before = await onDesk(other);
    const all = await onDesk(officer);
    expect(await remindReviewers(asOfficer(officer), call.id, afterClose)).toBe(2);
    expect(await onDesk(other)).toEqual(before);
    expect(await onDesk(officer)).toEqual([...all, "reminder", "reminder"].sort());
    for (const reviewer of [both, only]) {
      const [letter] = await owner`update notifications.letters set state = 'failed'
        where template = 'reminder' and recipient = ${reviewer} returning key`;
      const notFound = { kind: "not_found" };
      expect(await refusalOf(letterOnDesk(other, letter?.key, afterClose))).toMatchObject(notFound);
      expect(await refusalOf(settleLetter(asOfficer(other), letter?.key, "send_again", afterClose))).toMatchObject(
        notFound,
      );
      expect((await letterOnDesk(officer, letter?.key, afterClose)).template).toBe("reminder");
    }
  });

  it("may remind although no open review is counted on her page", async () => {
    const { officer, other, call } = await halfSeen();
    expect(await progressOfCall(other, call.slug, afterClose)).toMatchObject({ whole: false });
    expect(await progressOfCall(officer, call.slug, afterClose)).toMatchObject({ whole: true });
  });
});

it("nothing is written down where nobody is reminded", async () => {
  const { officer, call } = await asked();
  const events = () => owner`select from audit.events where act = 'reviewers reminded' and subject_id = ${call.id}`;
  await remindReviewers(asOfficer(officer), call.id, afterClose);
  await remindReviewers(asOfficer(officer), call.id, afterClose);
  expect(await events()).toHaveLength(1);
});

it("nobody is asked for a review that can no longer be written", async () => {
  const { officer, call, reviewer } = await asked();
  await owner`insert into releases (call_id, prepared_by, prepared_at) values (${call.id}, ${officer}, ${afterClose})`;
  expect(await refusalOf(remindReviewers(asOfficer(officer), call.id, afterClose))).toMatchObject({
    reason: "release_is_prepared",
  });
  expect(await reminders(reviewer)).toEqual([]);
});

it("an open review is due until a release is prepared, and not any more then", async () => {
  const { officer, call } = await asked();
  const seen = async () => {
    const { closed, reviewers } = await progressOfCall(officer, call.slug, afterClose);
    return [closed, reviewers.map(({ open, firstDueAt }) => [open, firstDueAt])];
  };
  expect(await seen()).toEqual([false, [[1, scoringClosesAt]]]);
  await owner`insert into releases (call_id, prepared_by, prepared_at) values (${call.id}, ${officer}, ${afterClose})`;
  expect(await seen()).toEqual([true, [[1, null]]]);
});
