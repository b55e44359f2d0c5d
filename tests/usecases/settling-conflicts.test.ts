import { beforeAll, describe, expect, it } from "vitest";
import { managing } from "#db/connections/managing.server";
import { afterClose, asOfficer, managedCallFactory } from "#tests/factories/managed-call";
import { testDatabase } from "#tests/setup/database";
import { brokenInvariants } from "#tests/setup/invariants";
import { waitingAs } from "#tests/setup/race";
import { refusalOf } from "#tests/setup/refused";
import { assignReviewer } from "~/assignments/assign-reviewer.server";
import { appointOfficer } from "~/commands/officer.server";
import { conflictsPage } from "~/conflicts/conflicts-page.server";
import { declareConflict } from "~/conflicts/declare-conflict.server";
import { settleConflict } from "~/conflicts/settle-conflict.server";
import { mustBeFreeOfConflicts } from "~/decisions/free-of-conflicts.server";
import { decideEligibility } from "~/eligibility/decide-eligibility.server";
import type { PersonRef } from "~/values/person-ref";

const { owner } = await testDatabase();
const make = managedCallFactory(owner);
let judge: PersonRef;
let second: PersonRef;
beforeAll(async () => {
  judge = await make.officer({ name: "Judith Free" });
  second = await make.officer();
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

describe("a tie that counts after all ends the review of whoever has it", () => {
  /** A reviewer whose tie was dismissed, and who was then asked. */
  async function asked(host: string) {
    const call = await make.call();
    const { id } = await make.packet(call, { host });
    const reviewer = await make.member(call, { institution: host });
    const ask = () => assignReviewer(asOfficer(judge), { proposal: id, reviewer, dueAt: afterClose }, afterClose);
    expect(await refusalOf(ask())).toMatchObject({ reason: "reviewer_is_conflicted" });
    await settle(judge, id, reviewer, "dismissed");
    const { assignment } = await ask();
    const stands = async () => {
      const [row] = await owner`select state, recused_at, recused_because from assignments where id = ${assignment}`;
      return row;
    };
    return { call, proposal: id, reviewer, assignment, stands };
  }
  const because = "same_institution";

  it("in that moment, on record, and no sentence of the fund is broken", async () => {
    const { proposal, reviewer, assignment, stands } = await asked("Ended University");
    await settle(judge, proposal, reviewer, "confirmed");
    expect(await stands()).toEqual({ state: "recused", recused_at: afterClose, recused_because: because });
    const acts = await owner`select act from audit.events where subject_id = ${assignment} order by id`;
    expect(acts.map(({ act }) => act)).toEqual(["reviewer assigned", "review ended by a conflict"]);
    expect(await brokenInvariants(owner)).not.toContain("Nobody reviews what she is conflicted with.");
  });

  it("after a preparation by the clock, too; once told it stays as it was told", async () => {
    const later = new Date(afterClose.getTime() + 1000);
    const told = [
      { released: null, state: "recused" },
      { released: later, state: "locked" },
    ];
    for (const { released, state } of told) {
      const { call, proposal, reviewer, assignment, stands } = await asked(`Told ${state} University`);
      await owner`update assignments set state = 'locked' where id = ${assignment}`;
      await owner`insert into reviews (assignment_id, locked_at) values (${assignment}, ${afterClose})`;
      await owner`insert into releases values (${call.id}, ${judge}, ${later}, ${released && second}, ${released})`;
      await settle(judge, proposal, reviewer, "confirmed");
      const recused = new Date(later.getTime() + 1);
      expect(await stands()).toEqual({ state, recused_at: recused, recused_because: because });
    }
    expect(await brokenInvariants(owner)).not.toContain("Nobody reviews what she is conflicted with.");
  });

  it("waits for a release that is under way, in the order in which that holds its rows", async () => {
    const { call, proposal, reviewer, assignment, stands } = await asked("Meeting University");
    await owner`update assignments set state = 'locked' where id = ${assignment}`;
    await owner`insert into reviews (assignment_id, locked_at) values (${assignment}, ${afterClose})`;
    await owner`insert into releases values (${call.id}, ${judge}, ${afterClose}, null, null)`;
    let settling: Promise<void> | undefined;
    await owner.begin(async (sql) => {
      await sql`select from releases where call_id = ${call.id} for update`;
      settling = settle(judge, proposal, reviewer, "confirmed");
      await Promise.race([waitingAs(owner, "fund_managing"), settling]);
      await sql`select from proposals where id = ${proposal} for update`;
      await sql`update releases set released_at = ${afterClose}, released_by = ${second} where call_id = ${call.id}`;
    });
    await settling;
    expect(await stands()).toMatchObject({ state: "locked" });
  });
});

it("where every officer is tied to a proposal, one from outside is appointed, and frees whom she finds free", async () => {
  const house = "everybody.example";
  const insiders = [];
  for (const name of ["first", "second"]) insiders.push(await make.officer({ email: `${name}@${house}` }));
  const call = await make.call();
  const { id } = await make.proposal(call, { lead: await make.person({ email: `lead@field.${house}` }) });
  const free = (person: PersonRef) => managing.transaction(person, (tx) => mustBeFreeOfConflicts(tx, call.id));
  for (const insider of insiders)
    expect(await refusalOf(free(insider))).toMatchObject({ reason: "needs_officer_without_conflicts" });
  await appointOfficer(owner, "outside@freemail.example", "Olga Outside", afterClose);
  const [outside] = await owner`select ref from identity.persons where email = 'outside@freemail.example'`;
  for (const person of insiders)
    await settleConflict(
      asOfficer(outside?.ref),
      id,
      {
        tie: { person, kind: "same_email_domain" },
        outcome: "dismissed",
        because: "The field office has its own books",
      },
      afterClose,
    );
  for (const insider of insiders) await free(insider);
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
  expect((await pageFor(judge, id)).ties).toMatchObject([{ kind: "declared", state: "dismissed" }]);
  expect((await pageFor(officer, id)).ties, "her own tie is not hers to see").toEqual([]);
  const herself = settleConflict(asOfficer(officer), id, { ...none, outcome: "confirmed" }, afterClose);
  expect(await refusalOf(herself)).toMatchObject({ kind: "not_found" });
  await declareConflict(asOfficer(officer), id, "And another book", afterClose);
  expect(await refusalOf(pageFor(officer, id))).toMatchObject({ kind: "not_found" });
});
