import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PDFDocument } from "pdf-lib";
import { beforeAll, describe, expect, it } from "vitest";
import { invariants } from "#db/invariants";
import { canonicalDump } from "#db/seed/canonical-dump.server";
import { cast, demoPassword } from "#db/seed/cast";
import { loadDemo, loadFund } from "#db/seed/load-demo.server";
import { freshDatabase, type TestDatabase, testDatabase } from "#tests/setup/database";
import { passwordMatches } from "~/access/passwords.server";
import { verifySignature } from "~/audit/signing-keys.server";
import { environment } from "~/http/environment.server";
import { receiptBytes } from "~/proposals/receipt";

const now = new Date("2026-11-20T10:00:00Z");
const seed = 2021;
let database: TestDatabase;
let seconds = 0;
let loaded: Awaited<ReturnType<typeof canonicalDump>>;

beforeAll(async () => {
  database = await testDatabase();
  const began = performance.now();
  await loadDemo(database.owner, { now, seed });
  seconds = (performance.now() - began) / 1000;
  loaded = await canonicalDump(database.owner);
});

describe("the demo in the database", () => {
  it("is loaded within 20 seconds and says that it is a demo", async () => {
    expect(seconds).toBeLessThan(20);
    const [marker] = await database.owner`select value from settings where key = 'demo'`;
    expect(marker?.value).toBe(true);
  });

  it("holds what always has to hold", async () => {
    for (const { sentence, offenders } of invariants) {
      const found = await database.owner.unsafe(offenders);
      expect({ sentence, found: found.length }).toEqual({ sentence, found: 0 });
    }
  });

  it("lets the whole cast sign in with the one password", async () => {
    const rows = await database.owner<{ email: string; passwordHash: string; verified: boolean; hats: string[] }[]>`
      select email, password_hash as "passwordHash", email_verified_at is not null as verified, hats
      from identity.persons join access.people on people.id = persons.ref where password_hash is not null`;
    expect(rows.map(({ email }) => email).sort()).toEqual(cast.map(({ email }) => email).sort());
    for (const { email, verified, hats } of rows) {
      expect({ email, verified, hats }).toEqual({
        email,
        verified: true,
        hats: cast.find((one) => one.email === email)?.hats,
      });
    }
    expect(await passwordMatches(rows[0]?.passwordHash ?? null, demoPassword)).toBe(true);
  });

  it("has receipts that the fund's key signed", async () => {
    const rows = await database.owner<
      { reference: string; instant: Date; hash: string; keyId: string; signature: string }[]
    >`
      select reference, instant, hash, key_id as "keyId", signature from receipts`;
    expect(rows.length).toBeGreaterThan(150);
    for (const { instant, signature, ...rest } of rows.slice(0, 20)) {
      const body = { ...rest, instant: instant.toISOString(), auditHead: null };
      const signed = { signature, keyId: rest.keyId };
      expect(verifySignature(receiptBytes(body), signed)).toBe(true);
      expect(verifySignature(receiptBytes({ ...body, instant: "2021-01-01T00:00:00.000Z" }), signed)).toBe(false);
    }
  });

  it("has files that are real, and cleared copies without their author", async () => {
    const rows = await database.owner<{ own: string; cleared: string; name: string }[]>`
      select documents.storage_key as own, packets.documents -> 0 ->> 'storageKey' as cleared, persons.name
      from documents join packets on packets.proposal_id = documents.proposal_id
      join proposal_members members on members.proposal_id = documents.proposal_id and role = 'principal_investigator'
      join identity.persons on persons.ref = members.person`;
    const authorOf = async (key: string) =>
      (
        await PDFDocument.load(await readFile(join(environment().dataDir, "uploads", key)), { updateMetadata: false })
      ).getAuthor();
    const careless: string[] = [];
    for (const { own, cleared, name } of rows) {
      if ((await authorOf(own)) === name) careless.push(own);
      expect(await authorOf(cleared)).toBeUndefined();
    }
    expect(careless).toHaveLength(1);
  });

  it("leaves the audit for the sealer and goes on numbering after it", async () => {
    const [{ waiting, events } = { waiting: 0, events: 1 }] = await database.owner<
      { waiting: number; events: number }[]
    >`
      select (select count(*)::int from audit.unsealed) as waiting, (select count(*)::int from audit.events) as events`;
    expect(waiting).toBe(events);
    const [added] = await database.owner<{ id: string }[]>`
      select audit.record(now(), null, 'system', 'tried', 'call', 'none', '{}') as id`;
    expect(Number(added?.id)).toBe(events + 1);
  });

  it("is refused by a database that already has people", async () => {
    await expect(loadDemo(database.owner, { now, seed })).rejects.toThrow("empty database");
  });
});

describe("the same seed and clock", () => {
  it("make the same fund, whatever keys and salts there are", async () => {
    const other = await freshDatabase();
    try {
      await loadFund(other.owner, { now, seed });
      expect(await canonicalDump(other.owner)).toEqual(loaded);
      await other.owner`update proposals set title = title || '.' where state = 'awarded'`;
      const { hash, tables } = await canonicalDump(other.owner);
      expect(hash).not.toBe(loaded.hash);
      expect(Object.keys(tables).filter((table) => tables[table] !== loaded.tables[table])).toEqual(["proposals"]);
    } finally {
      await other.drop();
    }
  });
});
