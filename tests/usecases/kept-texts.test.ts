import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "#tests/setup/database";
import { somebody } from "#tests/setup/outbox";
import { forgetExpired } from "~/access/forget-expired.server";
import { formField } from "~/access/form-field";
import { formIssuedTo, keepText, keptText } from "~/access/kept-text.server";
import { forgettingJob } from "~/notifications/periodic-jobs.server";
import type { PersonRef } from "~/values/person-ref";

const now = new Date("2027-03-01T12:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const place = "/apply/1/sections/a";
let database: TestDatabase;
let amina: PersonRef;
let bruno: PersonRef;
beforeAll(async () => {
  database = await testDatabase();
  amina = await somebody(database.owner);
  bruno = await somebody(database.owner);
});
beforeEach(() => database.owner`delete from access.kept_texts`);

/** Forgets all that was kept for one page. */
const forgetAll = (kept: Awaited<ReturnType<typeof keptText>>) => kept?.forget(kept.forms.map(({ name }) => name));
/** A browser's own view of a cookie that was set. */
const cookieOf = (set: string | null) => (set ?? "").split(";")[0] ?? "";
const typed = (person: PersonRef, summary: string) =>
  new URLSearchParams({ [formField]: formIssuedTo(person), summary });
const keep = async (summary: string, more: { person?: PersonRef; place?: string; cookies?: string; now?: Date } = {}) =>
  cookieOf(
    await keepText(more.cookies ?? null, {
      place: more.place ?? place,
      typed: typed(more.person ?? amina, summary),
      now: more.now ?? now,
    }),
  );
const back = async (cookies: string, person = amina, at = now, where = place) =>
  (await keptText(cookies, { person, place: where, now: at }))?.forms[0]?.typed.get("summary") ?? null;
const rows = () => database.owner<{ id: string; issued_to: string; sealed: string }[]>`select * from access.kept_texts`;

describe("a text posted without a session", () => {
  it("comes back to the account its form was issued to, to no other, and to no other page", async () => {
    const cookies = await keep("سطر 😀");
    expect(await back(cookies)).toBe("سطر 😀");
    expect(await back(cookies, bruno)).toBeNull();
    expect(await back(cookies, amina, now, "/apply/1/sections/b")).toBeNull();
    expect(await back("")).toBeNull();
    expect(await back("fund_kept=nonsense")).toBeNull();
  });

  it("is stored so that neither the table nor the account tells what it is or whose", async () => {
    const cookies = await keep("planted words");
    const [row] = await rows();
    const stored = JSON.stringify(row) + Buffer.from(row?.sealed ?? "", "base64").toString("latin1");
    for (const secret of ["planted", "summary", amina, ...cookies.slice("fund_kept=".length).split(".")]) {
      expect(stored).not.toContain(secret);
    }
    const [name] = cookies.split(".");
    expect(await back(`${name}.${"A".repeat(43)}`)).toBeNull();
  });

  it("does not open after a byte of it was changed", async () => {
    const cookies = await keep("as typed");
    const [row] = await rows();
    const bytes = Buffer.from(row?.sealed ?? "", "base64");
    bytes[bytes.length - 1]! ^= 1;
    await database.owner`update access.kept_texts set sealed = ${bytes.toString("base64")}`;
    expect(await back(cookies)).toBeNull();
  });

  it("is kept for a day, and then gone from the table too", async () => {
    const cookies = await keep("old");
    await keep("young", { now: hours(1) });
    expect(await back(cookies, amina, new Date(hours(24).getTime() - 1))).toBe("old");
    expect(await back(cookies, amina, hours(24))).toBeNull();
    await forgettingJob.run({ now: () => hours(24), ending: () => false });
    expect(await rows()).toHaveLength(1);
    await forgetExpired(hours(25));
    expect(await rows()).toHaveLength(0);
  });

  it("of several pages at once comes back to each, whichever is opened first", async () => {
    const one = await keep("first page");
    const other = "/apply/1/sections/b";
    const both = await keep("second page", { place: other, cookies: one });
    const kept = await keptText(both, { person: amina, place, now });
    expect(kept?.forms[0]?.typed.get("summary")).toBe("first page");
    const left = cookieOf((await forgetAll(kept)) ?? null);
    expect(await back(left)).toBeNull();
    expect(await back(left, amina, now, other)).toBe("second page");
    const last = await forgetAll(await keptText(left, { person: amina, place: other, now }));
    expect(last).toMatch(/^fund_kept=; .*Max-Age=0/);
    expect(await rows()).toHaveLength(0);
  });

  it("sent twice to one page comes back twice, the newest first, and each is forgotten by its own name only", async () => {
    const first = await keep("before");
    const both = await keep("after", { cookies: first });
    const kept = await keptText(both, { person: amina, place, now });
    expect(kept?.forms.map(({ typed }) => typed.get("summary"))).toEqual(["after", "before"]);
    await kept?.forget(["a".repeat(64)]);
    expect(await rows()).toHaveLength(2);
    const left = cookieOf((await kept?.forget([kept.forms[0]?.name ?? ""])) ?? null);
    expect([await back(left), await rows()]).toMatchObject(["before", { length: 1 }]);
  });

  it("of two accounts stand side by side in one browser, a bounded number of each", async () => {
    const hers = await keep("hers");
    const cookies = await keep("his", { person: bruno, cookies: hers });
    expect([await back(cookies), await back(cookies, bruno)]).toEqual(["hers", "his"]);
    let full = cookies;
    for (let count = 0; count < 40; count += 1) full = await keep(`text ${count}`, { person: bruno, cookies: full });
    expect(await rows()).toHaveLength(31);
    expect(full.length).toBeLessThan(800);
    expect(await back(full, bruno)).toBe("text 39");
  });
});

it("forgets sessions, one-time links and attempts whose time is over, and no others", async () => {
  for (const [name, end] of [
    ["over", now],
    ["open", hours(1)],
  ] as const) {
    await database.owner`insert into access.sessions (id, user_id, expires_at) values (${name}, ${amina}, ${end})`;
    await database.owner`insert into access.one_time_links (hash, person, purpose, expires_at)
      values (${name}, ${amina}, 'verify_address', ${end}), (${`${name} invitation`}, ${amina}, 'invitation', ${end})`;
    await database.owner`insert into access.attempts (key, count, window_ends_at) values (${name}, 1, ${end})`;
  }
  await database.owner`update access.one_time_links set used_at = ${hours(-1)} where purpose = 'invitation'`;
  await forgetExpired(now);
  expect(await database.owner`select id from access.sessions`).toEqual([{ id: "open" }]);
  expect(await database.owner`select key from access.attempts`).toEqual([{ key: "open" }]);
  expect(await database.owner`select hash from access.one_time_links order by hash`).toEqual([
    { hash: "open" },
    { hash: "open invitation" },
  ]);
});
