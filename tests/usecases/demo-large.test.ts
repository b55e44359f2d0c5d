import { expect, it } from "vitest";
import { invariants } from "#db/invariants";
import { loadDemo } from "#db/seed/load-demo.server";
import { testDatabase } from "#tests/setup/database";

it("a fund several times as large loads as well, and keeps every invariant", async () => {
  const { owner } = await testDatabase();
  const size = { proposals: 400, reviewers: 60 };
  await loadDemo(owner, { now: new Date("2026-11-20T10:00:00Z"), seed: 7, size });
  const [counted] = await owner<{ proposals: number; members: number }[]>`
    select (select count(*)::int from proposals join calls on calls.id = call_id where slug = '2021') as proposals,
      (select count(distinct person)::int from advisory_memberships) as members`;
  expect(counted).toEqual({ proposals: 400, members: 60 });
  for (const { sentence, offenders } of invariants) {
    expect({ sentence, found: (await owner.unsafe(offenders)).length }).toEqual({ sentence, found: 0 });
  }
});
