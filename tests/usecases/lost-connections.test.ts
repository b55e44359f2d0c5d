import { connect, createServer, type Socket } from "node:net";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, inject, it } from "vitest";
import { mustBeCorrected } from "#db/connections/driver.server";
import { reviewing } from "#db/connections/reviewing.server";
import type { Tx } from "#db/connections/side.server";
import { poolSizes } from "#db/connections/sides";
import { refOf } from "#tests/cast";
import { fundFactory } from "#tests/factories/fund";
import { testDatabase } from "#tests/setup/database";
import { gate } from "#tests/setup/gate";

const { owner, name } = await testDatabase();
const { superuser } = inject("testCluster");
const operator = postgres({ ...superuser, username: "postgres", database: "postgres", max: 1 });
afterAll(() => operator.end());
const make = fundFactory(owner);
const most = poolSizes.reviewing;

beforeAll(async () => {
  await make.cast();
  await owner.unsafe(`create table reviewing.words (word text not null, person uuid not null);
    grant select, insert on reviewing.words to fund_reviewing`);
});
beforeEach(() => owner`delete from reviewing.words`);

const who = async (tx: Tx) => (await tx.execute<{ person: string }>(sql`select fund.person_at_work() as person`))[0];
const write = (tx: Tx, word: string) =>
  tx.execute(sql`insert into reviewing.words (word, person) values (${word}, fund.person_at_work())`);
const pidOf = async (tx: Tx) => (await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`))[0]?.pid ?? 0;
/** The database goes away for whoever works on this connection. */
const cut = (pid: number) => operator`select pg_terminate_backend(${pid}, 5000)`;
const cutAll = () =>
  operator`select pg_terminate_backend(pid, 5000) from pg_stat_activity
    where usename = 'fund_reviewing' and datname = ${name}`;
const asleep = async () =>
  (await operator`select 1 from pg_stat_activity where wait_event = 'PgSleep' and datname = ${name}`).length;
const settled = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    () => "refused",
  );

it("a work whose connection was lost goes on in nobody else's transaction", async () => {
  const [begun, lost, others] = [gate(), gate(), gate()];
  let pid = 0;
  const late = reviewing.transaction(refOf("reviewer"), async (tx) => {
    pid = await pidOf(tx);
    await write(tx, "before");
    begun.open();
    await lost.opened;
    await write(tx, "after");
  });
  const outcome = settled(late);
  await begun.opened;
  await cut(pid);
  let waiting = most;
  const next = Array.from({ length: most }, () =>
    reviewing.transaction(refOf("secondReviewer"), async (tx) => {
      await write(tx, "of the next one");
      waiting -= 1;
      if (waiting === 0) lost.open();
      await others.opened;
      return who(tx);
    }),
  );
  expect(await outcome).toBe("refused");
  others.open();
  for (const one of await Promise.all(next)) expect(one?.person).toBe(refOf("secondReviewer"));
  const stand = await owner`select word, person, count(*)::int from reviewing.words group by 1, 2`;
  expect(stand).toEqual([{ word: "of the next one", person: refOf("secondReviewer"), count: most }]);
});

it("a statement that is cut off is refused, and the process lives on", async () => {
  for (const first of [sql`select pg_sleep(20)`, sql`select pg_sleep(20 + ${0}::int)`]) {
    let pid = 0;
    const running = settled(
      reviewing.transaction(refOf("reviewer"), async (tx) => {
        pid = await pidOf(tx);
        await tx.execute(first);
      }),
    );
    await expect.poll(asleep).toBe(1);
    await cut(pid);
    expect(await running).toBe("refused");
    expect((await reviewing.transaction(refOf("secondReviewer"), who))?.person).toBe(refOf("secondReviewer"));
  }
});

it("a glance that is cut off is refused, also while its statements are new to the connection", async () => {
  const turns = Array.from({ length: 2 * most }, (_, turn) => turn);
  const works = turns.map((turn) =>
    settled(
      reviewing.glance(refOf("reviewer"), (tx) =>
        Promise.all([
          tx.execute(sql`select pg_sleep(20 + ${turn}::int)`),
          tx.execute(sql`select ${turn}::int as ${sql.raw(`turn_${turn}`)}`),
        ]),
      ),
    ),
  );
  for (const _ of turns) {
    const ended = await Promise.race([
      Promise.all(works).then(() => true),
      expect
        .poll(asleep)
        .toBeGreaterThan(0)
        .then(() => false),
    ]);
    if (ended) break;
    await cutAll();
  }
  expect(new Set(await Promise.all(works))).toEqual(new Set(["refused"]));
  const after = await Promise.all(turns.map(() => reviewing.glance(refOf("secondReviewer"), who)));
  for (const one of after) expect(one?.person).toBe(refOf("secondReviewer"));
});

it("what was asked for while the database was away takes no connection when it is back", async () => {
  await operator.unsafe(`alter database "${name}" with allow_connections false`);
  await cutAll();
  const away = Array.from({ length: 2 * most }, () => settled(reviewing.glance(refOf("reviewer"), who)));
  expect(new Set(await Promise.all(away))).toEqual(new Set(["refused"]));
  await operator.unsafe(`alter database "${name}" with allow_connections true`);
  const back = Array.from({ length: 2 * most }, () => reviewing.transaction(refOf("reviewer"), who));
  for (const one of await Promise.all(back)) expect(one?.person).toBe(refOf("reviewer"));
});

/** A door in front of the database; what it does with a visitor is up to the test. */
async function door(visited: (visitor: Socket) => void) {
  const server = createServer((visitor) => {
    visitor.on("error", () => {});
    visited(visitor);
  });
  await new Promise<void>((opened) => server.listen(0, "127.0.0.1", opened));
  const { port } = server.address() as { port: number };
  const visit = postgres({ ...superuser, host: "127.0.0.1", port, database: name, max: 1, connect_timeout: 5 });
  const close = async () => {
    await visit.end({ timeout: 1 });
    server.close();
  };
  return { visit, close };
}

it("a connection that is lost while it is being made ends no process, and the next one serves", async () => {
  let cuts = 0;
  const { visit, close } = await door((visitor) => {
    const database = connect(superuser.port, superuser.host);
    database.on("error", () => {}).pipe(visitor);
    visitor.on("close", () => database.destroy());
    visitor.on("data", (asked) => {
      // What the driver asks first of all: which types are lists.
      if (cuts === 0 && asked.includes("pg_type")) {
        cuts += 1;
        visitor.destroy();
      } else database.write(asked);
    });
  });
  const connection = await visit.reserve();
  expect(await connection`select 1 as one`).toEqual([{ one: 1 }]);
  expect(cuts).toBe(1);
  connection.release();
  await close();
});

it("a door that takes everybody and lets nobody in is one that cannot be reached", async () => {
  let visits = 0;
  const { visit, close } = await door((visitor) => {
    visits += 1;
    visitor.destroy();
  });
  await expect(visit.reserve()).rejects.toMatchObject({ code: expect.stringMatching(/CONNECTION_CLOSED|ECONNRESET/) });
  expect(visits).toBe(1);
  await close();
});

it("a driver without its corrections is refused at start", () => {
  expect(() => mustBeCorrected()).not.toThrow();
  expect(() => mustBeCorrected("async function reserve() {}")).toThrow("db/patches");
});
