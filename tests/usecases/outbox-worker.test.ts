import { afterAll, beforeAll, expect, it } from "vitest";
import { applying } from "#db/connections/applying.server";
import { type TestDatabase, testDatabase } from "#tests/setup/database";
import { setTestEnvironment } from "#tests/setup/environment";
import { gate } from "#tests/setup/gate";
import { startMailServer, type TestMailServer } from "#tests/setup/mail-server";
import { dueSoon, letterRow, order, somebody } from "#tests/setup/outbox";
import { record } from "~/audit/record.server";
import { environment } from "~/http/environment.server";
import { letterJob, sealingJob } from "~/notifications/periodic-jobs.server";
import { type PeriodicJob, startWorker } from "~/notifications/worker.server";

let database: TestDatabase;
let mail: TestMailServer;
beforeAll(async () => {
  database = await testDatabase();
  mail = await startMailServer();
  setTestEnvironment(environment().dataDir, { smtpUrl: mail.url });
});
afterAll(() => mail?.stop());

async function until<T>(look: () => Promise<T | undefined> | T | undefined, most = 5000): Promise<T> {
  for (const end = Date.now() + most; Date.now() < end; ) {
    const seen = await look();
    if (seen) return seen;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error("That took too long.");
}

it("seals what happened within a second, and is woken for letters", async () => {
  const worker = await startWorker([letterJob(), sealingJob]);
  try {
    await until(
      async () => (await order(await somebody(database.owner), "reminder", dueSoon, new Date())) && mail.received[0],
    );
    const orderedAt = Date.now();
    await order(await somebody(database.owner, { email: "prompt@people.example" }), "reminder", dueSoon, new Date());
    const letter = await until(() => mail.received.find((received) => received.recipient === "prompt@people.example"));
    expect(letter.at - orderedAt).toBeLessThan(900);

    const actor = { person: null, hats: [], hat: "system" } as const;
    const event = await applying.transaction(null, (tx) =>
      record(tx, actor, new Date(), "something", { kind: "call", id: "a" }),
    );
    const at = Date.now();
    await until(async () => (await database.owner`select from audit.chain where event_id = ${event}`)[0]);
    expect(Date.now() - at).toBeLessThan(1000);
  } finally {
    await worker.stop();
  }
});

it("finishes the letter in hand when it is stopped, and begins no other", async () => {
  const keys = [];
  for (let count = 0; count < 5; count += 1)
    keys.push(await order(await somebody(database.owner), "reminder", dueSoon, new Date()));
  mail.received.length = 0;
  const { open: arrived, opened: first } = gate();
  mail.answers.letter = async () => {
    arrived();
    await new Promise((resolve) => setTimeout(resolve, 150));
    return undefined;
  };
  const worker = await startWorker([letterJob()]);
  await first;
  await worker.stop();
  mail.answers = {};
  const states = await Promise.all(keys.map(async (key) => (await letterRow(database.owner, key)).state));
  expect(mail.received).toHaveLength(1);
  expect(states.sort()).toEqual(["queued", "queued", "queued", "queued", "sent"]);
});

it("goes on with a job that failed, and with the others meanwhile", async () => {
  let runs = 0;
  const failing: PeriodicJob = { name: "failing", every: 10, run: () => Promise.reject(new Error("no")) };
  const running: PeriodicJob = {
    name: "running",
    every: 10,
    run: async () => {
      runs += 1;
    },
  };
  const worker = await startWorker([failing, running]);
  await until(() => runs > 3);
  await worker.stop();
  const before = runs;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(runs).toBe(before);
});
