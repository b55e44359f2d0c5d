import { beforeAll, describe, expect, it } from "vitest";
import { afterClose, asOfficer, managedCallFactory, scoringClosesAt } from "#tests/factories/managed-call";
import { testDatabase } from "#tests/setup/database";
import { assignReviewer } from "~/assignments/assign-reviewer.server";
import { assigningDesk, coverageOfCall } from "~/assignments/coverage.queries.server";
import { remindReviewers } from "~/assignments/remind-reviewers.server";
import { todayOf } from "~/calls/today.queries.server";
import { toRefusal } from "~/http/refusal-from-database.server";
import type { PersonRef } from "~/values/person-ref";

const { owner } = await testDatabase();
const make = managedCallFactory(owner);
const assign = (proposal: string, reviewer: PersonRef, by = officer) =>
  assignReviewer(asOfficer(by), { proposal, reviewer, dueAt: scoringClosesAt }, afterClose);
const assignmentsOf = (proposal: string) =>
  owner`select reviewer, pseudonym, state, due_at, assigned_by from assignments where proposal_id = ${proposal} order by pseudonym`;

let call: { id: string; slug: string };
let officer: PersonRef;
beforeAll(async () => {
  call = await make.call();
  officer = await make.officer({ name: "Olivia Brandão" });
});

describe("asking a reviewer", () => {
  it("makes one assignment with a letter of the alphabet, and one letter that names nobody", async () => {
    const { id } = await make.packet(call, { title: "A title nobody may read in a letter" });
    const reviewers = [await make.member(call), await make.member(call)];
    for (const reviewer of reviewers) await assign(id, reviewer);
    const made = await assignmentsOf(id);
    expect(made.map(({ reviewer }) => reviewer).sort()).toEqual([...reviewers].sort());
    for (const one of made)
      expect(one).toMatchObject({ state: "assigned", due_at: scoringClosesAt, assigned_by: officer });
    const letters =
      await owner`select template, data from notifications.letters where recipient = ${reviewers[0] ?? ""}`;
    expect(letters).toEqual([{ template: "assignment", data: { dueAt: scoringClosesAt.toISOString() } }]);
    const events = await owner`select act from audit.events where act = 'reviewer assigned' and actor = ${officer}`;
    expect(events).toHaveLength(2);
  });

  it("happens once, however often the button is pressed", async () => {
    const { id } = await make.packet(call);
    const reviewer = await make.member(call);
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => assign(id, reviewer)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = tries.find((one) => one.status === "rejected");
    expect(toRefusal(refused?.reason)).toMatchObject({ kind: "not_allowed_now", reason: "already_assigned" });
    expect(await owner`select from notifications.letters where recipient = ${reviewer}`).toHaveLength(1);
  });

  it("gives ten reviewers ten letters of the alphabet when ten officers ask at once", async () => {
    const { id } = await make.packet(call);
    const reviewers = await Promise.all(Array.from({ length: 10 }, () => make.member(call)));
    await Promise.all(reviewers.map((reviewer) => assign(id, reviewer)));
    const given = (await assignmentsOf(id)).map(({ pseudonym }) => pseudonym);
    expect(given.join("")).toMatch(/^[A-Z]{10}$/);
    expect(new Set(given).size).toBe(10);
  });

  it("gives one reviewer letters that do not tell two packets by the same hand", async () => {
    const reviewer = await make.member(call);
    const packets = await Promise.all(Array.from({ length: 12 }, () => make.packet(call)));
    for (const { id } of packets) await assign(id, reviewer);
    const given = await owner`select distinct pseudonym from assignments where reviewer = ${reviewer}`;
    expect(given.length).toBeGreaterThan(1);
  });

  it("is refused to whoever applies in the same call, for every packet of it, and not in another call", async () => {
    const own = await make.member(call);
    await make.packet(call, { lead: own });
    const rival = await make.packet(call);
    await expect(assign(rival.id, own)).rejects.toMatchObject({
      reason: "reviewer_is_conflicted",
      details: { kinds: ["own_proposal_in_call"] },
    });
    const elsewhere = await make.call();
    await owner`insert into advisory_memberships (call_id, person, invited_at, invited_by, agreed_at)
      values (${elsewhere.id}, ${own}, ${afterClose}, ${officer}, ${afterClose})`;
    await assign((await make.packet(elsewhere)).id, own);
  });

  it("is refused once a release is prepared", async () => {
    const apart = await make.call();
    const [reviewer, { id }] = [await make.member(apart), await make.packet(apart)];
    await owner`insert into releases (call_id, prepared_by, prepared_at) values (${apart.id}, ${officer}, ${afterClose})`;
    await expect(assign(id, reviewer)).rejects.toMatchObject({ reason: "release_is_prepared" });
  });

  it("is refused before a packet is frozen, outside the group, and when the proposal is out of review", async () => {
    const reviewer = await make.member(call);
    const notFrozen = await make.proposal(call, { state: "eligible" });
    await expect(assign(notFrozen.id, reviewer)).rejects.toMatchObject({ reason: "packet_is_not_frozen" });
    const withdrawn = await make.packet(call, { state: "withdrawn" });
    await expect(assign(withdrawn.id, reviewer)).rejects.toMatchObject({ reason: "proposal_is_not_in_review" });
    const { id } = await make.packet(call);
    const elsewhere = await make.member(await make.call());
    await expect(assign(id, elsewhere)).rejects.toMatchObject({ reason: "not_in_the_advisory_group" });
    expect(await assignmentsOf(id)).toHaveLength(0);
  });
});

describe("a conflict of interest", () => {
  async function stopped(id: string, reviewer: PersonRef) {
    const refused = await assign(id, reviewer).catch((problem) => problem);
    expect(refused).toMatchObject({ kind: "invalid", reason: "reviewer_is_conflicted" });
    expect(await assignmentsOf(id)).toHaveLength(0);
    expect(await owner`select from notifications.letters where recipient = ${reviewer}`).toHaveLength(0);
    return refused.details.kinds;
  }

  it("by institution stops the assignment and stays on record", async () => {
    const reviewer = await make.member(call, { institution: "Rift Lakes University" });
    const { id } = await make.packet(call, { host: "RIFT LAKES  University" });
    expect(await stopped(id, reviewer)).toEqual(["same_institution"]);
    const kept = await owner`select person, kind, state from conflicts where proposal_id = ${id}`;
    expect(kept).toEqual([{ person: reviewer, kind: "same_institution", state: "confirmed" }]);
    const events = await owner`select details from audit.events where subject_id = ${id} and act like '%stopped%'`;
    expect(events).toEqual([{ details: { kinds: ["same_institution"] } }]);
    expect((await assigningDesk(officer, id, afterClose)).members.find(({ ref }) => ref === reviewer)?.ties).toEqual([
      { kind: "same_institution", state: "confirmed" },
    ]);
  });

  it("is found by address, by name and by one's own proposal", async () => {
    const lead = await make.person({ email: "lead@rift.example" });
    const neighbour = await make.member(call, { email: "colleague@RIFT.example" });
    const named = await make.member(call, { name: "Lucía Peña" });
    const own = await make.member(call);
    expect(await stopped((await make.packet(call, { lead })).id, neighbour)).toEqual(["same_email_domain"]);
    expect(await stopped((await make.packet(call, { coInvestigators: "Dr. Lucia Pena" })).id, named)).toEqual([
      "named_in_proposal",
    ]);
    expect(await stopped((await make.packet(call, { lead: own })).id, own)).toContain("own_proposal");
  });

  it("that was dismissed with a reason stops nobody", async () => {
    const reviewer = await make.member(call);
    const { id } = await make.packet(call);
    await make.conflict(reviewer, id);
    await stopped(id, reviewer);
    await owner`update conflicts set state = 'dismissed' where proposal_id = ${id}`;
    await assign(id, reviewer);
    expect(await assignmentsOf(id)).toHaveLength(1);
  });

  it("of the officer herself hides the proposal from her, its counts and its reviewers' loads", async () => {
    const apart = await make.call();
    const conflicted = await make.officer();
    const reviewer = await make.member(apart);
    const hidden = await make.packet(apart);
    const seen = await make.packet(apart);
    for (const { id } of [hidden, seen]) await assign(id, reviewer);
    const before = await coverageOfCall(conflicted, apart.slug, 1, afterClose);
    expect({ packets: before.packets, load: before.members[0]?.load }).toEqual({ packets: 2, load: 2 });

    await make.conflict(conflicted, hidden.id);
    const after = await coverageOfCall(conflicted, apart.slug, 1, afterClose);
    expect(after.rows.map(({ id }) => id)).toEqual([seen.id]);
    expect({ packets: after.packets, count: after.counts.packets, load: after.members[0]?.load }).toEqual({
      packets: 1,
      count: 1,
      load: 1,
    });
    const facts = (await todayOf(conflicted, afterClose)).calls.find(({ id }) => id === apart.id)?.facts;
    expect(facts).toMatchObject({ underCovered: 1, missing: 1, free: false });
    await expect(assigningDesk(conflicted, hidden.id, afterClose)).rejects.toMatchObject({ kind: "not_found" });
    await expect(assign(hidden.id, reviewer, conflicted)).rejects.toMatchObject({ kind: "not_found" });
  });
});

describe("reminding", () => {
  it("sends one letter to each who has an open review, with how many and the nearest date", async () => {
    const apart = await make.call();
    const [busy, done] = [await make.member(apart), await make.member(apart)];
    const packets = [await make.packet(apart), await make.packet(apart)];
    for (const { id } of packets) await assign(id, busy);
    await assign(packets[0]?.id ?? "", done);
    await owner`update assignments set state = 'locked' where reviewer = ${done}`;
    expect(await remindReviewers(asOfficer(officer), apart.id, afterClose)).toBe(1);
    const again = () => remindReviewers(asOfficer(officer), apart.id, afterClose);
    expect(await Promise.all([again(), again()]), "however often the button is pressed").toEqual([0, 0]);
    const letters = await owner`select recipient, data from notifications.letters where template = 'reminder'`;
    expect(letters).toEqual([{ recipient: busy, data: { open: 2, dueAt: scoringClosesAt.toISOString() } }]);
    const nextDay = new Date(afterClose.getTime() + 25 * 3_600_000);
    expect(await remindReviewers(asOfficer(officer), apart.id, nextDay)).toBe(1);
  });

  it("happens once when two officers press at the same moment", async () => {
    const apart = await make.call();
    const reviewer = await make.member(apart);
    await assign((await make.packet(apart)).id, reviewer);
    const press = () => remindReviewers(asOfficer(officer), apart.id, afterClose);
    const sent = await Promise.all(Array.from({ length: 6 }, press));
    expect(sent.filter((letters) => letters !== 0)).toEqual([1]);
  });
});
