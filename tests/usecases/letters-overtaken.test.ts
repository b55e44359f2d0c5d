import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { afterClose, asOfficer, managedCallFactory, scoringClosesAt } from "#tests/factories/managed-call";
import { letterRow, order, outboxAtWork, round, somebody } from "#tests/setup/outbox";
import { refusalOf } from "#tests/setup/refused";
import { assignReviewer } from "~/assignments/assign-reviewer.server";
import { remindReviewers } from "~/assignments/remind-reviewers.server";
import { letterOnDesk } from "~/notifications/letters-desk.server";
import { settleLetter } from "~/notifications/settle-letter.server";
import type { PersonRef } from "~/values/person-ref";

const { database, mail, clock } = await outboxAtWork();
const { owner } = database;
const make = managedCallFactory(owner);

let officer: PersonRef;
let call: { id: string; slug: string };
let reviewer: PersonRef;
let assignment: string;

beforeEach(async () => {
  officer = await make.officer();
  call = await make.call();
  reviewer = await make.member(call, { email: `${randomUUID()}@advisory.example` });
  const { id } = await make.packet(call);
  ({ assignment } = await assignReviewer(
    asOfficer(officer),
    { proposal: id, reviewer, dueAt: scoringClosesAt },
    afterClose,
  ));
});

const keyOf = async (template: string) => {
  const [letter] =
    await owner`select key from notifications.letters where recipient = ${reviewer} and template = ${template}
    order by created_at desc, key desc limit 1`;
  return String(letter?.key);
};
/** What became of the newest letter of this kind, and how many left. */
async function sent(template: string) {
  await round(mail.url, clock);
  const { state, last_error } = await letterRow(owner, await keyOf(template));
  return { state, because: last_error, left: mail.received.length };
}
const turn = (state: string) => owner`update assignments set state = ${state} where id = ${assignment}`;

describe("a letter that asks for a review", () => {
  it("leaves while the review is open", async () => {
    await remindReviewers(asOfficer(officer), call.id, afterClose);
    expect(await sent("reminder")).toEqual({ state: "sent", because: null, left: 2 });
    expect((await letterRow(owner, await keyOf("assignment"))).state).toBe("sent");
  });

  it("stays uncertain where it may have arrived, for nobody can say that it stayed", async () => {
    await remindReviewers(asOfficer(officer), call.id, afterClose);
    const key = await keyOf("reminder");
    await round(mail.url, clock);
    await owner`alter table notifications.letters disable trigger user`;
    await owner`update notifications.letters set state = 'uncertain', attempts = 1 where key = ${key}`;
    await owner`alter table notifications.letters enable trigger user`;
    const before = mail.received.length;
    await turn("locked");
    await round(mail.url, clock);
    expect(await letterRow(owner, key)).toMatchObject({
      state: "uncertain",
      last_error: "no review waits for its reader any more",
    });
    expect(mail.received).toHaveLength(before);
  });

  it.each(["recused", "closed", "locked"])("stays once the review is %s, and says why to officers", async (state) => {
    await remindReviewers(asOfficer(officer), call.id, afterClose);
    await turn(state);
    expect(await sent("assignment")).toEqual({
      state: "unneeded",
      because: "the review it asks for is not open any more",
      left: 0,
    });
    expect(await sent("reminder")).toEqual({
      state: "unneeded",
      because: "no review waits for its reader any more",
      left: 0,
    });
    const key = await keyOf("reminder");
    expect(await letterOnDesk(officer, key, afterClose)).toMatchObject({ state: "unneeded", sendable: false });
    expect(await refusalOf(settleLetter(asOfficer(officer), key, "send_again", afterClose))).toMatchObject({
      reason: "letter_needs_nobody",
    });
    const acts = await owner`select act from audit.events where subject_kind = 'letter' and subject_id = ${key}`;
    expect(acts).toEqual([{ act: "letter unneeded" }]);
  });

  it("stays as a reminder from the preparation of the release on, and as an assignment from the release on", async () => {
    await remindReviewers(asOfficer(officer), call.id, afterClose);
    await owner`insert into releases (call_id, prepared_by, prepared_at) values (${call.id}, ${officer}, ${afterClose})`;
    expect(await sent("reminder")).toEqual({
      state: "unneeded",
      because: "the reviews of its call are closed",
      left: 1,
    });
    await owner`delete from releases where call_id = ${call.id}`;
    expect(await remindReviewers(asOfficer(officer), call.id, afterClose), "it reminded nobody").toBe(1);
    expect(await sent("reminder")).toMatchObject({ state: "sent" });
    await owner`insert into releases (call_id, prepared_by, prepared_at, released_by, released_at)
      values (${call.id}, ${officer}, ${afterClose}, ${reviewer}, ${afterClose})`;
    const subject = { kind: "assignment", id: assignment };
    await order(reviewer, "assignment", { dueAt: scoringClosesAt.toISOString() }, clock.now(), { subject });
    expect(await sent("assignment")).toMatchObject({ state: "unneeded" });
  });
});

describe("a letter with a link", () => {
  it.each([
    ["is used", "used_at = now()"],
    ["is over", "expires_at = '2027-03-01T12:00:00Z'"],
  ])("stays once its link %s", async (_, change) => {
    const reader = await somebody(owner);
    const key = await order(reader, "reset_password", { token: randomUUID() }, clock.now());
    await owner.unsafe(`update access.one_time_links set ${change} where person = '${reader}'`);
    await round(mail.url, clock);
    expect(await letterRow(owner, key)).toMatchObject({
      state: "unneeded",
      last_error: "its link does not work any more",
    });
    expect(mail.received.filter(({ subject }) => subject === "Choose a new password")).toEqual([]);
  });

  it("stays once its link was taken back", async () => {
    const reader = await somebody(owner);
    const key = await order(reader, "verify_address", { token: randomUUID() }, clock.now());
    await owner`delete from access.one_time_links where person = ${reader}`;
    await round(mail.url, clock);
    expect((await letterRow(owner, key)).state).toBe("unneeded");
  });
});
