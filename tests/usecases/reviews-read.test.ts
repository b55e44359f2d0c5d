import { beforeAll, expect, it } from "vitest";
import { refOf } from "#tests/cast";
import { decidedCall } from "#tests/factories/decided-call";
import { fundFactory } from "#tests/factories/fund";
import { testDatabase } from "#tests/setup/database";
import { refusalOf } from "#tests/setup/refused";
import { decidingDesk, decisionDesk } from "~/decisions/decision.queries.server";

const { owner } = await testDatabase();
const make = fundFactory(owner);
beforeAll(() => make.cast());

it("officers read scores and every word of locked reviews by pseudonym, and nothing of open or recused ones", async () => {
  const { proposals } = await decidedCall(make, "read", { one: { outcome: "decline" } });
  const { one } = proposals;
  await make.lockedReview(await make.assignment(one, refOf("secondReviewer"), "B"), { inclusion: 2, feasibility: 6 });
  await make.assignment(one, refOf("conflictedReviewer"), "C");
  const [locked] = await owner`select id from assignments where proposal_id = ${one.id} and pseudonym = 'B'`;
  await owner`update reviews set to_advisory_group = 'For the group', to_applicant = '<b>For her</b>' where assignment_id = ${locked?.id}`;
  for (const desk of [decisionDesk, decidingDesk]) {
    const { reviews } = await desk(refOf("officer"), one.id);
    expect(reviews.open).toBe(1);
    expect(reviews.read.map(({ pseudonym }) => pseudonym)).toEqual(["A", "B"]);
    expect(reviews.read[1]).toEqual({
      assignment: locked?.id,
      verdict: null,
      pseudonym: "B",
      scores: { inclusion: { value: 2, unableBecause: null }, feasibility: { value: 6, unableBecause: null } },
      mean: null,
      toAdvisoryGroup: "For the group",
      toApplicant: "<b>For her</b>",
    });
  }
  await owner`update assignments set state = 'recused' where proposal_id = ${one.id} and pseudonym in ('B', 'C')`;
  const { reviews } = await decisionDesk(refOf("officer"), one.id);
  expect([reviews.open, reviews.read.map(({ pseudonym }) => pseudonym)]).toEqual([0, ["A"]]);
  await owner`insert into conflicts (proposal_id, person, kind, state, found_at)
    values (${one.id}, ${refOf("officer")}, 'declared', 'confirmed', now())`;
  expect(await refusalOf(decisionDesk(refOf("officer"), one.id))).toMatchObject({ kind: "not_found" });
});
