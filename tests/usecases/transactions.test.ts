import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { poolOf } from "#db/connections/addresses.server";
import { builtOnce } from "#db/connections/built-once.server";
import { reviewing } from "#db/connections/reviewing.server";
import type { Tx } from "#db/connections/side.server";
import { poolSizes } from "#db/connections/sides";
import { refOf } from "#tests/cast";
import { fundFactory } from "#tests/factories/fund";
import { testDatabase } from "#tests/setup/database";
import { gate } from "#tests/setup/gate";

const { owner } = await testDatabase();
const make = fundFactory(owner);
beforeAll(() => make.cast());

const whoAmI = (tx: Tx) => tx.execute<{ person: string }>(sql`select fund.person_at_work() as person`);

it("a query that comes when its transaction is over is refused, and never runs for the person who works next", async () => {
  let late: Promise<unknown> | undefined;
  const { open: ended, opened: end } = gate();
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

it("a work that overlooks a failed query is not told that it was done", async () => {
  const overlooked = reviewing.transaction(refOf("reviewer"), async (tx) => {
    await tx.execute(sql`select 1 / 0`).catch(() => undefined);
    return "done";
  });
  await expect(overlooked).rejects.toThrow("not written as a whole");
  expect((await reviewing.transaction(refOf("secondReviewer"), whoAmI))[0]?.person).toBe(refOf("secondReviewer"));
});

describe("a glance", () => {
  it("knows the person at work in everything that it asks for, and leaves nobody on its connection", async () => {
    const [one, other] = await reviewing.glance(refOf("reviewer"), (tx) => Promise.all([whoAmI(tx), whoAmI(tx)]));
    expect([one[0]?.person, other[0]?.person]).toEqual([refOf("reviewer"), refOf("reviewer")]);
    const [nobody] = await poolOf("reviewing").unsafe("select fund.person_at_work() as person");
    expect(nobody?.person).toBeNull();
  });

  it("is one message: what it asks for after it has waited is refused", async () => {
    const second = reviewing.glance(refOf("reviewer"), async (tx) => {
      await whoAmI(tx);
      return whoAmI(tx);
    });
    const refused = await second.catch((problem) => problem);
    expect(String((refused as Error).cause)).toContain("This transaction is over");
  });

  it("tells what went wrong, and spoils nothing for the next one", async () => {
    const wrong = await reviewing
      .glance(refOf("reviewer"), (tx) => Promise.all([tx.execute(sql`select 1 / ${0}::int`), whoAmI(tx)]))
      .catch((problem) => problem);
    expect(String((wrong as Error).cause)).toContain("division by zero");
    const next = await reviewing.glance(refOf("secondReviewer"), whoAmI);
    expect(next[0]?.person).toBe(refOf("secondReviewer"));
  });

  it("refuses an answer that the driver fetched again after its end, where the database knew nobody", async () => {
    await owner.unsafe(`create table reviewing.changing as select 'a'::text as word;
      grant select on reviewing.changing to fund_reviewing`);
    const read = (tx: Tx) =>
      tx.execute<{ person: string }>(
        sql`select changing.*, fund.person_at_work() as person from reviewing.changing where ${1}::int = 1`,
      );
    const everyConnection = <T>(ask: () => Promise<T>) =>
      Promise.allSettled(Array.from({ length: poolSizes.reviewing }, ask));
    await everyConnection(() => reviewing.glance(refOf("reviewer"), read));
    await owner.unsafe("alter table reviewing.changing add column more int");
    const answers = await everyConnection(() => reviewing.glance(refOf("reviewer"), read));
    const refused = answers.filter(({ status }) => status === "rejected");
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of answers)
      if (answer.status === "fulfilled") expect(answer.value[0]?.person).toBe(refOf("reviewer"));
    expect((await reviewing.glance(refOf("reviewer"), read))[0]?.person).toBe(refOf("reviewer"));
  });
});

describe("a query that is built once", () => {
  const people = sql<string>`fund.person_at_work()`;
  const asked = builtOnce((database) =>
    database
      .select({ person: people, given: sql<string>`${sql.placeholder("given")}::text` })
      .from(sql`(select) as one`),
  );

  it("runs on the connection it is asked on, also where two are asked at the same time", async () => {
    const [first, second] = await Promise.all([
      reviewing.glance(refOf("reviewer"), (tx) => asked(tx, { given: "one" })),
      reviewing.transaction(refOf("secondReviewer"), async (tx) => {
        await asked(tx, { given: "before" });
        return asked(tx, { given: "other" });
      }),
    ]);
    expect(first).toEqual([{ person: refOf("reviewer"), given: "one" }]);
    expect(second).toEqual([{ person: refOf("secondReviewer"), given: "other" }]);
  });

  it("runs in no transaction that is over", async () => {
    const kept = await reviewing.transaction(refOf("reviewer"), async (tx) => ({ tx }));
    const late = await asked(kept.tx, { given: "late" }).catch((problem) => problem.cause);
    expect(String(late)).toContain("This transaction is over");
  });
});
