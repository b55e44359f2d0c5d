import { randomUUID } from "node:crypto";
import { appendFile, chmod, cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { manifestSchema } from "#db/backup/manifest";
import { writeManifest } from "#db/backup/parts.server";
import { configureDatabase, ownerConnection } from "#db/connections/addresses.server";
import { canonicalHashes } from "#tests/setup/canonical-dump";
import { setTestEnvironment } from "#tests/setup/environment";
import { run as backup } from "~/commands/backup.server";
import { databaseName, openDatabase, openMigratedDatabase } from "~/commands/open-database.server";
import { run as restore } from "~/commands/restore.server";
import { takeLetter } from "~/notifications/outbox.server";

const folder = await mkdtemp(join(tmpdir(), "fund-backup-"));
await chmod(folder, 0o755);
const live = join(folder, "live");
let serving: Awaited<ReturnType<typeof openMigratedDatabase>>;
const names = ["Łucja Ñandú", "محمد", "李", "tab\there", "line\nfeed", "back\\slash \\. \\N", '"quoted", {braces}', ""];

async function asOwner<T>(work: (owner: ReturnType<typeof ownerConnection>) => Promise<T>): Promise<T> {
  const owner = ownerConnection();
  return work(owner).finally(() => owner.end());
}

function backToLive() {
  setTestEnvironment(live);
  configureDatabase(serving.cluster!.address(databaseName));
}

/** Looks into a restored folder as a process of its own would, and leaves. */
async function lookInto<T>(dataDir: string, work: Parameters<typeof asOwner<T>>[0]): Promise<T> {
  setTestEnvironment(dataDir);
  const database = await openDatabase();
  return asOwner(work).finally(async () => {
    await database.close();
    backToLive();
  });
}

async function fillWithData() {
  const call = randomUUID();
  await asOwner(async (sql) => {
    await sql`insert into settings (key, value) values ('nested', ${sql.json({ deep: [1, null, "é\n"], empty: {} })})`;
    await sql`insert into calls (id, slug, kind, state, currency, floor_minor, ceiling_minor, budget_minor, opens_at,
        closes_at, scoring_closes_at, zone, languages, themes, form, rubric, texts, created_at)
      values (${call}, 'open', 'open', 'published', 'USD', 2000000, 25000000, 100000000, '2026-01-01T00:00:00.123456Z',
        '2026-03-01', '2026-05-01', 'Europe/London', '{en,ar}', '{}', '{}', '{}', '{"en": {"title": "ع"}}', now())`;
    for (const [index, name] of names.entries()) {
      const person = randomUUID();
      const proposal = randomUUID();
      const hats = index % 2 ? ["programme_officer", "auditor"] : [];
      await sql`insert into access.people (id, hats, created_at) values (${person}, ${hats}, now())`;
      await sql`insert into identity.persons (ref, name, email) values (${person}, ${name}, ${`p${index}@example.invalid`})`;
      await sql`insert into proposals ${sql({ id: proposal, call_id: call, state: "draft", created_at: new Date() })}`;
      await sql`insert into proposal_members (proposal_id, person, role)
        values (${proposal}, ${person}, 'principal_investigator')`;
      await sql`insert into answer_history (proposal_id, question, version, text, author, at, kept)
        values (${proposal}, 'summary', 1, ${name}, ${person}, now(), 'autosave')`;
    }
  });
  await mkdir(join(live, "uploads/aa"), { recursive: true });
  await writeFile(join(live, "uploads/aa/document"), Buffer.from([0, 1, 2, 10, 13, 255]), { mode: 0o600 });
  await mkdir(join(live, "keys"), { recursive: true, mode: 0o700 });
  await writeFile(join(live, "keys/receipts-1"), "a private key", { mode: 0o600 });
}

beforeAll(async () => {
  setTestEnvironment(live);
  serving = await openMigratedDatabase();
  await fillWithData();
});
afterAll(async () => {
  await serving.close();
  await rm(folder, { recursive: true, force: true });
});

describe("a backup", () => {
  it("brings back every row, every file and every key as they were", async () => {
    await backup([join(folder, "saved")]);
    const before = await lookInto(live, canonicalHashes);
    setTestEnvironment(join(folder, "restored"));
    await restore([join(folder, "saved")]);
    expect(await lookInto(join(folder, "restored"), canonicalHashes)).toEqual(before);
    expect(Object.keys(before).length).toBeGreaterThan(30);

    const found = await lookInto(join(folder, "restored"), (sql) => sql`select name from identity.persons`);
    expect(found.map((row) => row.name).sort()).toEqual([...names].sort());
    expect(await readFile(join(folder, "restored/uploads/aa/document"))).toEqual(Buffer.from([0, 1, 2, 10, 13, 255]));
    const key = join(folder, "restored/keys/receipts-1");
    expect([await readFile(key, "utf8"), (await stat(key)).mode & 0o777]).toEqual(["a private key", 0o600]);
    expect((await stat(join(folder, "saved"))).mode & 0o077, "nobody else may read a backup").toBe(0);
  });

  it("leaves a restored database that guards and counts as before", async () => {
    await lookInto(join(folder, "restored"), async (sql) => {
      const strange = sql`insert into proposal_members (proposal_id, person, role)
        select ${randomUUID()}, person, role from proposal_members limit 1`;
      await expect(strange).rejects.toThrow("foreign key");
      const [last] = await sql`select max(id)::int as id from answer_history`;
      const [next] = await sql`insert into answer_history (proposal_id, question, version, text, author, at, kept)
        select proposal_id, question, 2, text, author, at, kept from answer_history limit 1 returning id::int`;
      expect(next?.id).toBe(last?.id + 1);
      const [silent] = await sql`select count(*)::int as count from pg_trigger where tgenabled = 'D'`;
      expect(silent?.count).toBe(0);
    });
  });

  it("lets no letter leave again by itself: it may have left since", async () => {
    await asOwner(async (sql) => {
      for (const state of ["queued", "sending", "uncertain", "sent", "kept", "failed"]) {
        const [event] = await sql`
          select audit.record(now(), null, 'system', 'something happened', 'letter', ${state}, '{}') as id`;
        await sql`insert into notifications.letters (key, event_id, recipient, template, locale, data, state, attempts,
            next_attempt_at, sending_at, sent_at, created_at)
          values (${state}, ${event?.id}, ${randomUUID()}, 'reminder', 'en', '{}', ${state}, 1, now(), now(),
            ${state === "sent" ? new Date() : null}, now())`;
      }
    });
    await backup([join(folder, "with-letters")]);
    setTestEnvironment(join(folder, "restored-letters"));
    await restore([join(folder, "with-letters")]);
    const letters = await lookInto(join(folder, "restored-letters"), async (sql) => [
      await sql`select key, state, last_error from notifications.letters order by key`,
      await takeLetter(sql, new Date(Date.now() + 3_600_000)),
    ]);
    await asOwner((sql) => sql`truncate notifications.letters, audit.unsealed`);
    const held = { state: "uncertain", last_error: "restored from a backup" };
    expect(letters[0]).toMatchObject([
      { key: "failed", state: "failed" },
      { key: "kept", state: "kept" },
      { key: "queued", ...held },
      { key: "sending", ...held },
      { key: "sent", state: "sent" },
      { key: "uncertain", ...held },
    ]);
    expect(letters[1]).toBeUndefined();
  });

  it("is one moment, although people go on writing", async () => {
    let done = false;
    let pairs = 0;
    const writing = asOwner(async (sql) => {
      while (!done) {
        await sql.begin(async (pair) => {
          await pair`insert into access.attempts (key, count, window_ends_at) values (${`pair ${pairs}`}, 1, now())`;
          await pair`insert into settings (key, value) values (${`pair ${pairs}`}, '1')`;
        });
        pairs += 1;
      }
    });
    await backup([join(folder, "moment")]);
    done = true;
    await writing;
    setTestEnvironment(join(folder, "moment-restored"));
    await restore([join(folder, "moment")]);
    const [row] = await lookInto(
      join(folder, "moment-restored"),
      (sql) => sql`select (select count(*)::int from access.attempts where key like 'pair %') as first,
                          (select count(*)::int from settings where key like 'pair %') as second`,
    );
    expect(row?.first).toBe(row?.second);
    expect(row?.first).toBeGreaterThan(0);
    expect(row?.first, "writing went on after the moment").toBeLessThan(pairs);
  });
});

describe("what is refused", () => {
  it("a place that holds something", async () => {
    await expect(backup([live])).rejects.toThrow("is not empty");
    backToLive();
    await expect(restore([join(folder, "saved")])).rejects.toThrow("holds files already");
    const onlyDatabase = join(folder, "only-database");
    setTestEnvironment(onlyDatabase);
    await (await openMigratedDatabase()).close();
    await expect(restore([join(folder, "saved")])).rejects.toThrow("holds something already");
    setTestEnvironment(join(folder, "nowhere"));
    await expect(backup([join(folder, "never")])).rejects.toThrow("There is no database");
    backToLive();
  });

  it("a backup from another version, and what it began is undone", async () => {
    const foreign = join(folder, "foreign");
    await cp(join(folder, "saved"), foreign, { recursive: true });
    const manifest = manifestSchema.parse(JSON.parse(await readFile(join(foreign, "manifest.json"), "utf8")));
    manifest.migrations.push({ hash: "0".repeat(64), createdAt: "9999999999999" });
    await writeManifest(foreign, manifest);
    setTestEnvironment(join(folder, "second-try"));
    await expect(restore([foreign])).rejects.toThrow("another, perhaps newer, version");
    await restore([join(folder, "saved")]);
    backToLive();
  });

  it("a backup that is damaged or incomplete", async () => {
    const damaged = join(folder, "damaged");
    const target = join(folder, "untouched");
    await backup([damaged]);
    setTestEnvironment(target);
    const manifest = await readFile(join(damaged, "manifest.json"), "utf8");

    const document = join(damaged, "uploads/aa/document");
    await appendFile(document, "x");
    await expect(restore([damaged])).rejects.toThrow("uploads/aa/document is not what the backup wrote");
    await rm(document);
    await expect(restore([damaged])).rejects.toThrow("The backup lacks uploads/aa/document");
    await writeFile(join(damaged, "manifest.json"), manifest.replace("uploads/aa/document", "../elsewhere"));
    await expect(restore([damaged])).rejects.toThrow("manifest.json is not what the backup wrote");
    await rm(join(damaged, "manifest.json"));
    await expect(restore([damaged])).rejects.toThrow("There is no complete backup");
    await expect(stat(join(target, "database")), "nothing was begun").rejects.toThrow("ENOENT");
    backToLive();
  });
});
