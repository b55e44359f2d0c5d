import { rm } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import { beforeEach, describe, expect, inject, it } from "vitest";
import { applying } from "#db/connections/applying.server";
import { auditing } from "#db/connections/auditing.server";
import { delivery } from "#db/connections/delivery.server";
import { finance } from "#db/connections/finance.server";
import { managing } from "#db/connections/managing.server";
import { reviewing } from "#db/connections/reviewing.server";
import { sessions } from "#db/connections/sessions.server";
import { loginOf, sides } from "#db/connections/sides";
import { visiting } from "#db/connections/visiting.server";
import { asSuperuser } from "#db/embedded/superuser.server";
import { type TestDatabase, testDatabase } from "#tests/setup/database";
import { gate } from "#tests/setup/gate";
import { somebody } from "#tests/setup/outbox";
import type { Actor } from "~/access/actor";
import { latestHead } from "~/audit/head.server";
import { record } from "~/audit/record.server";
import { sealAudit } from "~/audit/seal.server";
import { publicKeys, refuseMissingKeys } from "~/audit/signing-keys.server";
import { verifyAudit } from "~/audit/verify.server";
import { environment } from "~/http/environment.server";

let database: TestDatabase;
const system: Actor = { person: null, hats: [], hat: "system" };
const today = new Date("2027-03-01T12:00:00Z");
const tomorrow = new Date("2027-03-02T12:00:00Z");
const subject = { kind: "call", id: "a" };

beforeEach(async () => {
  database = await testDatabase();
});

async function acts(count: number, at = today) {
  for (let number = 1; number <= count; number += 1) {
    await applying.transaction(null, (tx) =>
      record(tx, system, at, `act ${number}`, subject, { number, words: "é ٣ 字" }),
    );
  }
}

/** Changes the evidence as only a superuser can: with the triggers out of the way. */
const tamper = (work: (sql: postgres.Sql) => Promise<unknown>) =>
  asSuperuser(
    inject("testCluster").superuser,
    async (sql) => {
      await sql`set session_replication_role = replica`;
      await work(sql);
    },
    database.name,
  );

const findings = async () => (await verifyAudit(database.owner)).findings.map(({ what }) => what);

describe("what happened", () => {
  it("is written from every side but the visitors' in the act's own transaction", async () => {
    const all = [sessions, applying, reviewing, managing, finance, auditing, delivery];
    for (const side of all) await side.transaction(null, (tx) => record(tx, system, today, side.name, subject));
    const failed = applying.transaction(null, async (tx) => {
      await record(tx, system, today, "never", subject);
      throw new Error("the act failed");
    });
    await expect(failed).rejects.toThrow("the act failed");
    const written = await database.owner`select act from audit.events order by id`;
    expect(written.map((row) => row.act).sort()).toEqual(sides.filter((side) => side !== visiting.name).sort());
  });

  it("is written in nobody else's name", async () => {
    const [me, other] = [await somebody(database.owner), await somebody(database.owner)];
    const as = (person: typeof me) => ({ person, hats: [], hat: "applicant" }) as const;
    await applying.transaction(me, (tx) => record(tx, as(me), today, "mine", subject));
    await expect(applying.transaction(me, (tx) => record(tx, as(other), today, "not mine", subject))).rejects.toThrow();
  });

  it("is changed, removed and thrown away by no login, not even the owner of the tables", async () => {
    await acts(2);
    await sealAudit(today);
    const attempts = ["events", "chain", "heads"].flatMap((table) => {
      const column = table === "events" ? "act = act" : "hash = hash";
      return [`update audit.${table} set ${column}`, `delete from audit.${table}`, `truncate audit.${table} cascade`];
    });
    for (const attempt of attempts)
      await expect(database.owner.unsafe(attempt)).rejects.toThrow("audit_is_append_only");
    for (const side of sides) {
      const login = postgres(database.urls[side], { max: 1, onnotice: () => {} });
      try {
        for (const attempt of attempts) {
          await expect(login.unsafe(attempt), `${loginOf(side)}: ${attempt}`).rejects.toMatchObject({ code: "42501" });
        }
        const insert = login`insert into audit.events (at, hat, act, subject_kind, subject_id) values (now(), '', '', '', '')`;
        await expect(insert).rejects.toMatchObject({ code: "42501" });
      } finally {
        await login.end();
      }
    }
  });
});

describe("the sealer", () => {
  it("chains every committed event, and finds nothing wrong", async () => {
    await acts(5);
    expect(await sealAudit(today)).toBe(5);
    expect(await sealAudit(today)).toBe(0);
    await acts(3);
    expect(await sealAudit(today)).toBe(3);
    expect(await verifyAudit(database.owner)).toEqual({ events: 8, heads: 1, findings: [] });
    expect(await database.owner`select from audit.unsealed`).toHaveLength(0);
  });

  it("seals an event that commits late behind those that were faster", async () => {
    const { open: commit, opened: held } = gate();
    const late = applying.transaction(null, async (tx) => {
      const event = await record(tx, system, today, "late", subject);
      await held;
      return event;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const early = await applying.transaction(null, (tx) => record(tx, system, today, "early", subject));
    await sealAudit(today);
    commit();
    expect(await late).toBeLessThan(early);
    await sealAudit(today);
    const order = await database.owner`select act from audit.chain join audit.events on id = event_id order by seq`;
    expect(order.map((row) => row.act)).toEqual(["early", "late"]);
    expect(await findings()).toEqual([]);
  });

  it("is one at a time: sealers at once make one chain", async () => {
    await acts(30);
    const sealed = await Promise.all([sealAudit(today), sealAudit(today), sealAudit(today)]);
    expect(sealed.reduce((sum, count) => sum + count)).toBe(30);
    expect(await verifyAudit(database.owner)).toMatchObject({ events: 30, findings: [] });
  });

  it("signs the end of the chain once a day, and tells it to receipts", async () => {
    expect(await applying.transaction(null, latestHead)).toBeNull();
    await acts(2);
    await sealAudit(today);
    await acts(1);
    await sealAudit(today);
    await sealAudit(tomorrow);
    const heads = await database.owner`select day::text as day, seq from audit.heads order by day`;
    expect(heads.map(({ day, seq }) => [day, Number(seq)])).toEqual([
      ["2027-03-01", 2],
      ["2027-03-02", 3],
    ]);
    const [end] = await database.owner`select hash from audit.chain where seq = 3`;
    expect(await applying.transaction(null, latestHead)).toEqual({ sequence: 3, hash: end!.hash });
  });
});

describe("audit:verify finds", () => {
  beforeEach(async () => {
    await acts(6);
    await sealAudit(today);
    expect(await findings()).toEqual([]);
  });

  const cases: [string, (sql: postgres.Sql) => Promise<unknown>, string][] = [
    ["a changed act", (sql) => sql`update audit.events set act = 'other' where id = 3`, "an event was changed"],
    [
      "a changed instant",
      (sql) => sql`update audit.events set at = at + interval '1 microsecond' where id = 3`,
      "an event was changed",
    ],
    [
      "a changed actor",
      (sql) => sql`update audit.events set actor = gen_random_uuid() where id = 3`,
      "an event was changed",
    ],
    [
      "changed details",
      (sql) => sql`update audit.events set details = details || '{"number": 4}' where id = 3`,
      "an event was changed",
    ],
    ["a missing event", (sql) => sql`delete from audit.events where id = 3`, "an event is missing"],
    ["a missing link", (sql) => sql`delete from audit.chain where seq = 3`, "a place in the chain is missing"],
    [
      "an event removed with its link",
      (sql) => sql`with gone as (delete from audit.chain where seq = 3 returning event_id)
      delete from audit.events using gone where id = event_id`,
      "a place in the chain is missing",
    ],
    [
      "two events that changed places",
      (sql) =>
        sql`update audit.chain set event_id = -event_id where seq in (3, 4)`.then(
          () => sql`update audit.chain set event_id = case event_id when -3 then 4 else 3 end where event_id < 0`,
        ),
      "an event was changed",
    ],
    [
      "links that changed places",
      (sql) =>
        sql`update audit.chain set seq = -seq where seq in (3, 4)`.then(
          () => sql`update audit.chain set seq = case seq when -3 then 4 else 3 end where seq < 0`,
        ),
      "the chain is broken or reordered",
    ],
    [
      "an added event",
      (sql) => sql`insert into audit.events (at, hat, act, subject_kind, subject_id)
      values (now(), 'system', 'added', 'call', 'a')`,
      "an event was added behind the sealer's back",
    ],
    [
      "another chain than an applicant's receipt carries",
      (
        sql,
      ) => sql`insert into public.receipts (reference, proposal_id, version_id, instant, hash, key_id, signature, audit_head)
        values ('AAAA-AAAA', gen_random_uuid(), gen_random_uuid(), now(), '', '', '', '{"sequence": 6, "hash": "another"}')`,
      "the chain is not the one a receipt carries",
    ],
  ];
  it.each(cases)("%s", async (_name, change, what) => {
    await tamper(change);
    expect(await findings()).toContain(what);
  });

  it("a chain that was written anew from its beginning, by the head that was signed", async () => {
    await tamper(async (sql) => {
      await sql`update audit.events set act = 'other' where id = 3`;
      await sql`delete from audit.chain`;
      await sql`insert into audit.unsealed select id from audit.events`;
    });
    await sealAudit(today);
    expect(await findings()).toEqual(["the chain is not the one that was signed"]);
  });

  it("an end that was cut off after it was signed", async () => {
    await tamper(async (sql) => {
      await sql`delete from audit.events where id = 6`;
      await sql`delete from audit.chain where seq = 6`;
    });
    expect(await findings()).toEqual(["the chain is not the one that was signed"]);
  });

  it("a head that somebody else signed", async () => {
    await tamper((sql) => sql`update audit.heads set signature = ${Buffer.alloc(64).toString("base64url")}`);
    expect(await findings()).toEqual(["a signature is not the fund's"]);
  });
});

it("a database whose keys are gone is refused", async () => {
  await acts(1);
  await sealAudit(today);
  await expect(refuseMissingKeys(database.owner)).resolves.toBeUndefined();
  const [key] = publicKeys();
  await rm(join(environment().dataDir, "keys"), { recursive: true });
  await expect(refuseMissingKeys(database.owner)).rejects.toThrow(key!.keyId);
});
