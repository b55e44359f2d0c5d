import { expect, it } from "vitest";
import { afterClose, asOfficer, managedCallFactory, scoringClosesAt } from "#tests/factories/managed-call";
import { testDatabase } from "#tests/setup/database";
import { refusalOf } from "#tests/setup/refused";
import { assignReviewer } from "~/assignments/assign-reviewer.server";
import { remindReviewers } from "~/assignments/remind-reviewers.server";
import { progressOfCall } from "~/reviews/progress.queries.server";

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
  expect(await remindReviewers(asOfficer(officer), call.id, [reviewer], afterClose)).toBe(1);
  expect(await remindReviewers(asOfficer(other), call.id, [reviewer], afterClose)).toBe(0);
  expect(await reminders(reviewer)).toHaveLength(1);
});

it("nobody is asked for a review that can no longer be written", async () => {
  const { officer, call, reviewer } = await asked();
  await owner`insert into releases (call_id, prepared_by, prepared_at) values (${call.id}, ${officer}, ${afterClose})`;
  expect(await refusalOf(remindReviewers(asOfficer(officer), call.id, [reviewer], afterClose))).toMatchObject({
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
