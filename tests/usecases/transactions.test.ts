import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { reviewing } from "#db/connections/reviewing.server";
import type { Tx } from "#db/connections/side.server";
import { refOf } from "#tests/cast";
import { fundFactory } from "#tests/factories/fund";
import { testDatabase } from "#tests/setup/database";

const { owner } = await testDatabase();
const make = fundFactory(owner);
beforeAll(() => make.cast());

const whoAmI = (tx: Tx) => tx.execute<{ person: string }>(sql`select fund.person_at_work() as person`);

it("a query that comes when its transaction is over is refused, and never runs for the person who works next", async () => {
  let late: Promise<unknown> | undefined;
  let ended: () => void = () => {};
  const end = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const failing = reviewing.transaction(refOf("reviewer"), async (tx) => {
    late = end.then(() => whoAmI(tx)).catch((problem) => problem);
    throw new Error("one branch of it failed");
  });
  await expect(failing).rejects.toThrow("one branch of it failed");
  const next = await reviewing.transaction(refOf("secondReviewer"), async (tx) => {
    ended();
    expect(String(((await late) as Error).cause)).toContain("This transaction is over");
    return whoAmI(tx);
  });
  expect(next[0]?.person).toBe(refOf("secondReviewer"));
});

it("nor does one that comes after it was written", async () => {
  const kept = await reviewing.transaction(refOf("reviewer"), async (tx) => ({ tx }));
  const late = await whoAmI(kept.tx).catch((problem) => problem.cause);
  expect(String(late)).toContain("This transaction is over");
});
