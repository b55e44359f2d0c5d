import { beforeAll, describe, expect, it } from "vitest";
import { afterClose, asOfficer, closesAt, managedCallFactory } from "#tests/factories/managed-call";
import { testDatabase } from "#tests/setup/database";
import type { Actor } from "~/access/actor";
import { decideEligibility } from "~/eligibility/decide-eligibility.server";
import type { PersonRef } from "~/values/person-ref";

const { owner } = await testDatabase();
const make = managedCallFactory(owner);
const eligible = { outcome: "eligible", reason: "" } as const;
const ineligible = { outcome: "ineligible", reason: "Outside the remit of the call" } as const;
const stateOf = async (id: string) => (await owner`select state from proposals where id = ${id}`)[0]?.state;

let call: { id: string; slug: string };
let officer: PersonRef;
beforeAll(async () => {
  call = await make.call();
  officer = await make.officer();
});

describe("the eligibility check", () => {
  it("makes a submitted proposal eligible, says who and when, and writes it down", async () => {
    const { id } = await make.proposal(call);
    await decideEligibility(asOfficer(officer), id, eligible, afterClose);
    expect(await stateOf(id)).toBe("eligible");
    const [said] =
      await owner`select outcome, decided_by, decided_at from eligibility_decisions where proposal_id = ${id}`;
    expect(said).toMatchObject({ outcome: "eligible", decided_by: officer, decided_at: afterClose });
    const events = await owner`select act, actor from audit.events where subject_id = ${id}`;
    expect(events).toMatchObject([{ act: "eligibility decided", actor: officer }]);
  });

  it("turns one away with a reason, and takes that back with another; both stay on record", async () => {
    const { id } = await make.proposal(call);
    await decideEligibility(asOfficer(officer), id, ineligible, afterClose);
    expect(await stateOf(id)).toBe("ineligible");
    await decideEligibility(
      asOfficer(officer),
      id,
      { outcome: "reinstated", reason: "A letter was overlooked" },
      afterClose,
    );
    expect(await stateOf(id)).toBe("submitted");
    const said = await owner`select outcome, reason from eligibility_decisions where proposal_id = ${id} order by id`;
    expect(said.map(({ outcome }) => outcome)).toEqual(["ineligible", "reinstated"]);
  });

  it("keeps the words for applicants of who is turned away, and of nobody else", async () => {
    const wordsOf = async (id: string) =>
      (await owner`select to_applicant from eligibility_decisions where proposal_id = ${id} order by id`).map(
        (row) => row.to_applicant,
      );
    const toApplicant = "The call has another theme.";
    const [away, fine] = [await make.proposal(call), await make.proposal(call)];
    await decideEligibility(asOfficer(officer), away.id, { ...ineligible, toApplicant }, afterClose);
    await decideEligibility(asOfficer(officer), fine.id, { ...eligible, toApplicant }, afterClose);
    await decideEligibility(asOfficer(officer), fine.id, ineligible, afterClose);
    expect([await wordsOf(away.id), await wordsOf(fine.id)]).toEqual([[toApplicant], ["", ""]]);
  });

  it("waits until nothing more can arrive, the grace period included", async () => {
    const { id } = await make.proposal(call);
    const inGrace = new Date(closesAt.getTime() + 9 * 60_000);
    await expect(decideEligibility(asOfficer(officer), id, eligible, inGrace)).rejects.toMatchObject({
      kind: "not_allowed_now",
      reason: "call_is_still_open",
    });
    const graceOver = new Date(closesAt.getTime() + 10 * 60_000);
    await decideEligibility(asOfficer(officer), id, eligible, graceOver);
    expect(await stateOf(id)).toBe("eligible");
  });

  it.each(["draft", "withdrawn", "in_review", "declined"])("says nothing of a proposal that is %s", async (state) => {
    const { id } = await make.proposal(call, { state });
    await expect(decideEligibility(asOfficer(officer), id, eligible, afterClose)).rejects.toMatchObject({
      reason: "act_is_not_possible_now",
    });
    expect(await owner`select from eligibility_decisions where proposal_id = ${id}`).toHaveLength(0);
  });

  it("is made once when ten officers press at the same moment", async () => {
    const { id } = await make.proposal(call);
    const officers = await Promise.all(Array.from({ length: 10 }, () => make.officer()));
    const outcomes = await Promise.allSettled(
      officers.map((one) => decideEligibility(asOfficer(one), id, eligible, afterClose)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await owner`select from eligibility_decisions where proposal_id = ${id}`).toHaveLength(1);
  });
});

describe("who may check", () => {
  it("is not an officer with a conflict: the proposal does not exist for her", async () => {
    const { id } = await make.proposal(call);
    const conflicted = await make.officer();
    await decideEligibility(asOfficer(conflicted), (await make.proposal(call)).id, eligible, afterClose);
    await make.conflict(conflicted, id);
    await expect(decideEligibility(asOfficer(conflicted), id, eligible, afterClose)).rejects.toMatchObject({
      kind: "not_found",
    });
  });

  it("is not its own applicant, even as an officer", async () => {
    const both = await make.officer();
    const { id } = await make.proposal(call, { lead: both });
    await expect(decideEligibility(asOfficer(both), id, eligible, afterClose)).rejects.toMatchObject({
      kind: "not_found",
    });
  });

  it("is nobody without the hat, whatever she claims to wear", async () => {
    const { id } = await make.proposal(call);
    const stranger = await make.person();
    const claims = [asOfficer(stranger), { person: officer, hats: ["reviewer"], hat: "reviewer" } satisfies Actor];
    for (const actor of claims) {
      await expect(decideEligibility(actor, id, eligible, afterClose)).rejects.toMatchObject({ kind: "not_found" });
    }
    expect(await stateOf(id)).toBe("submitted");
  });
});
