import { beforeAll, describe, expect, it } from "vitest";
import { afterClose, asOfficer, managedCallFactory } from "#tests/factories/managed-call";
import { testDatabase } from "#tests/setup/database";
import { refusalOf } from "#tests/setup/refused";
import { assignReviewer } from "~/assignments/assign-reviewer.server";
import { conflictsPage } from "~/conflicts/conflicts-page.server";
import { declareConflict } from "~/conflicts/declare-conflict.server";
import { settleConflict } from "~/conflicts/settle-conflict.server";
import { decideEligibility } from "~/eligibility/decide-eligibility.server";
import type { PersonRef } from "~/values/person-ref";

const { owner } = await testDatabase();
const make = managedCallFactory(owner);
let judge: PersonRef;
beforeAll(async () => {
  judge = await make.officer({ name: "Judith Free" });
});
const pageFor = (person: PersonRef, proposal: string) => conflictsPage(person, proposal, afterClose, "en");
const settle = (by: PersonRef, proposal: string, person: PersonRef, outcome: "dismissed" | "confirmed") =>
  settleConflict(
    asOfficer(by),
    proposal,
    { tie: { person, kind: "same_institution" }, outcome, because: `${outcome}, for it is so` },
    afterClose,
  );

async function tied(host: string) {
  const colleague = await make.officer({ name: `Colleague of ${host}`, institution: host });
  const { id } = await make.proposal(await make.call(), { host });
  return { colleague, proposal: id };
}

describe("a tie of a colleague", () => {
  it("is shown to an officer without one, with the kind, and never to the colleague", async () => {
    const { colleague, proposal } = await tied("Shown University");
    expect((await pageFor(judge, proposal)).ties).toEqual([
      {
        key: `${colleague}.same_institution`,
        name: "Colleague of Shown University",
        kind: "same_institution",
        state: "confirmed",
        settleable: true,
        by: "",
        at: null,
        because: null,
      },
    ]);
    expect(await refusalOf(pageFor(colleague, proposal))).toMatchObject({ kind: "not_found" });
    const reasons = await owner`select because from identity.disclosures where viewer = ${judge}`;
    expect(reasons.map(({ because }) => because)).toContain("assigning_reviewers");
  });

  it("is dismissed with a reason, and she acts again; confirmed after all, and she sees nothing", async () => {
    const { colleague, proposal } = await tied("Settled University");
    const check = () =>
      decideEligibility(
        asOfficer(colleague),
        proposal,
        { outcome: "eligible", reason: "", toApplicant: "" },
        afterClose,
      );
    await settle(judge, proposal, colleague, "dismissed");
    expect((await pageFor(judge, proposal)).ties).toMatchObject([
      { state: "dismissed", by: "Judith Free", because: "dismissed, for it is so", at: afterClose },
    ]);
    expect(await refusalOf(settle(judge, proposal, colleague, "dismissed"))).toMatchObject({
      reason: "conflict_is_settled_so",
    });
    await check();
    await settle(judge, proposal, colleague, "confirmed");
    expect(await refusalOf(check())).toMatchObject({ kind: "not_found" });
    const acts = await owner`select act, details from audit.events where subject_id = ${proposal} order by id`;
    expect(acts.map(({ act }) => act)).toEqual(["conflict dismissed", "eligibility decided", "conflict confirmed"]);
    expect(acts[0]?.details).toEqual({
      person: colleague,
      kind: "same_institution",
      because: "dismissed, for it is so",
    });
  });

  it("is not hers to settle, nor a stranger's, nor one that nobody found", async () => {
    const { colleague, proposal } = await tied("Own University");
    const notFound = { kind: "not_found" };
    expect(await refusalOf(settle(colleague, proposal, colleague, "dismissed"))).toMatchObject(notFound);
    const reviewer = await make.person({ hats: ["reviewer"] });
    expect(await refusalOf(settle(reviewer, proposal, colleague, "dismissed"))).toMatchObject(notFound);
    expect(await refusalOf(settle(judge, proposal, reviewer, "dismissed"))).toMatchObject(notFound);
    expect(await owner`select from conflicts where proposal_id = ${proposal}`).toEqual([]);
  });
});

it("a tie of a reviewer that stopped her is dismissed, and she can be asked; a plain fact cannot be dismissed", async () => {
  const call = await make.call();
  const { id } = await make.packet(call, { host: "Reviewers’ University" });
  const reviewer = await make.member(call, { institution: "Reviewers’ University" });
  const ask = () => assignReviewer(asOfficer(judge), { proposal: id, reviewer, dueAt: afterClose }, afterClose);
  expect(await refusalOf(ask())).toMatchObject({ reason: "reviewer_is_conflicted" });
  await settle(judge, id, reviewer, "dismissed");
  expect(await ask()).toMatchObject({ assignment: expect.any(String) });
  await owner`insert into conflicts (proposal_id, person, kind, state, found_at) values (${id}, ${reviewer}, 'recusal', 'confirmed', ${afterClose})`;
  const recusal = { tie: { person: reviewer, kind: "recusal" }, outcome: "dismissed", because: "No" } as const;
  expect(await refusalOf(settleConflict(asOfficer(judge), id, recusal, afterClose))).toMatchObject({
    reason: "conflict_is_a_fact",
  });
});

it("an officer declares a tie of her own and sees nothing more, until another one finds that it is none", async () => {
  const officer = await make.officer({ name: "Deirdre Tied" });
  const { id } = await make.proposal(await make.call());
  await declareConflict(asOfficer(officer), id, "We wrote a book together", afterClose);
  const again = refusalOf(declareConflict(asOfficer(officer), id, "Again", afterClose));
  expect(await again).toMatchObject({ kind: "not_found" });
  expect(await refusalOf(pageFor(officer, id))).toMatchObject({ kind: "not_found" });
  expect((await pageFor(judge, id)).ties).toMatchObject([
    { name: "Deirdre Tied", kind: "declared", state: "confirmed", because: "We wrote a book together" },
  ]);
  const none = { tie: { person: officer, kind: "declared" }, outcome: "dismissed", because: "In 1990" } as const;
  await settleConflict(asOfficer(judge), id, none, afterClose);
  expect((await pageFor(officer, id)).ties).toMatchObject([{ kind: "declared", state: "dismissed" }]);
  await declareConflict(asOfficer(officer), id, "And another book", afterClose);
  expect(await refusalOf(pageFor(officer, id))).toMatchObject({ kind: "not_found" });
});
