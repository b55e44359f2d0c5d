import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, inject, it, onTestFinished } from "vitest";
import { asSuperuser } from "#db/embedded/superuser.server";
import { appUrl, dueSoon, letterRow, order, outboxAtWork, round, sender, somebody } from "#tests/setup/outbox";
import { environment } from "~/http/environment.server";
import { messageIdOf } from "~/notifications/write-letters.server";

const { database, mail, clock } = await outboxAtWork();
const proposal = "5b0f2c1e-7f1e-4d0a-9a57-3f4d7a4f6f10";

/** A worker in a process of its own, sending what is due. */
async function workerProcess(): Promise<ChildProcess> {
  const file = fileURLToPath(new URL("../setup/outbox-worker.child.ts", import.meta.url));
  const child = fork(file, [], { execArgv: ["--import", "tsx"], stdio: ["ignore", "ignore", "inherit", "ipc"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child, "message");
  const settings = { ...environment(), appUrl };
  const now = clock.now().toISOString();
  child.send({ address: database.address, smtp: mail.url, now, environment: settings, from: sender });
  return child;
}

async function killed(child: ChildProcess) {
  child.kill("SIGKILL");
  await once(child, "exit");
}

/** Waits for the server to notice that the killed worker's connections are gone. */
async function untilForgotten() {
  for (let looks = 0; looks < 200; looks += 1) {
    const [held] = await database.owner`select count(*)::int as count from pg_locks where locktype = 'advisory'
      and database = (select oid from pg_database where datname = current_database())`;
    if (held!.count === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("The killed worker still holds its letter.");
}

const signal = () => {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { give, given };
};

async function orderMany(count: number, template: "reminder" | "decision_decline") {
  const keys: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const reader = await somebody(database.owner);
    const data = template === "reminder" ? dueSoon : { proposal };
    keys.push(await order(reader, template, data as never, clock.now()));
  }
  return keys;
}

const states = async (keys: string[]) => {
  const rows = await Promise.all(keys.map((key) => letterRow(database.owner, key)));
  return rows.map((row) => row.state as string);
};

const deliveries = (key: string) =>
  mail.received.filter((letter) => letter.messageId === messageIdOf(key, appUrl)).length;

it("a worker killed before the letter left: one uncertain letter, which then leaves once; the others never twice", async () => {
  const keys = await orderMany(6, "reminder");
  const reached = signal();
  let recipients = 0;
  mail.answers.recipient = async () => {
    recipients += 1;
    if (recipients !== 3) return undefined;
    reached.give();
    return new Promise<undefined>((resolve) => setTimeout(resolve, 500));
  };
  const worker = await workerProcess();
  await reached.given;
  // It is committed that the third letter is being sent, and not a byte of it has left.
  expect((await states(keys)).filter((state) => state === "sending")).toHaveLength(1);
  expect(mail.received).toHaveLength(2);
  await killed(worker);
  mail.answers = {};
  await untilForgotten();

  await round(null, clock, { ending: () => true });
  const after = await states(keys);
  expect(after.filter((state) => state === "uncertain")).toHaveLength(1);
  expect(after.filter((state) => state === "sent")).toHaveLength(2);
  await database.owner`update notifications.letters set state = 'queued' where state = 'kept'`;
  await round(mail.url, clock);
  expect(new Set(await states(keys))).toEqual(new Set(["sent"]));
  expect(keys.map(deliveries)).toEqual(keys.map(() => 1));
});

/** Kills the worker between the mail server's 250 and the commit that would have recorded it. */
async function killBetweenAcceptanceAndCommit(keys: string[]) {
  const arrived = signal();
  const blocked = signal();
  let inHand = "";
  mail.answers.letter = async (letter) => {
    inHand = keys.find((key) => messageIdOf(key, appUrl) === letter.messageId) ?? "";
    arrived.give();
    await blocked.given;
    return undefined;
  };
  const worker = await workerProcess();
  await arrived.given;
  await database.owner.begin(async (tx) => {
    // The worker will hear the 250, and then wait for this row to write it down.
    await tx`select from notifications.letters where key = ${inHand} for update`;
    blocked.give();
    for (let waiting = 0; waiting === 0; ) {
      const [row] = await database.owner`select count(*)::int as count from pg_locks where not granted`;
      waiting = row!.count;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await killed(worker);
    // What it had asked of the database before it died is lost with it, as when the whole machine stops.
    await asSuperuser(
      inject("testCluster").superuser,
      (sql) => sql`select pg_terminate_backend(pid) from pg_stat_activity
      where usename = 'fund_delivery' and datname = ${database.name} and wait_event_type = 'Lock'`,
    );
  });
  mail.answers = {};
  await untilForgotten();
  expect(deliveries(inHand)).toBe(1);
  return inHand;
}

it("a worker killed after the 250: a decision letter waits for a person and is not sent again by itself", async () => {
  const keys = await orderMany(3, "decision_decline");
  const inHand = await killBetweenAcceptanceAndCommit(keys);
  for (let rounds = 0; rounds < 3; rounds += 1) {
    await round(mail.url, clock);
    clock.pass(60);
  }
  expect((await letterRow(database.owner, inHand)).state).toBe("uncertain");
  expect((await states(keys)).filter((state) => state === "sent")).toHaveLength(2);
  expect(keys.map(deliveries)).toEqual([1, 1, 1]);
});

it("a worker killed after the 250: at most the one reminder in hand arrives twice, with the same Message-ID", async () => {
  const keys = await orderMany(3, "reminder");
  const inHand = await killBetweenAcceptanceAndCommit(keys);
  await round(mail.url, clock);
  await round(mail.url, clock);
  expect(new Set(await states(keys))).toEqual(new Set(["sent"]));
  expect(keys.map(deliveries)).toEqual(keys.map((key) => (key === inHand ? 2 : 1)));
});

it("a letter in the hand of a worker that lives is left alone by another", async () => {
  const [key] = await orderMany(1, "reminder");
  const arrived = signal();
  const goOn = signal();
  mail.answers.letter = async () => {
    arrived.give();
    await goOn.given;
    return undefined;
  };
  const first = round(mail.url, clock);
  await arrived.given;
  await round(mail.url, clock);
  expect((await letterRow(database.owner, key!)).state).toBe("sending");
  goOn.give();
  await first;
  expect((await letterRow(database.owner, key!)).state).toBe("sent");
  expect(deliveries(key!)).toBe(1);
});
