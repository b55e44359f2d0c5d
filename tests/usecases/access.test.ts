import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "#tests/setup/database";
import { endSession, sessionOf } from "~/access/lucia.server";
import { askForNewPassword, setNewPassword } from "~/access/reset-password.server";
import { signIn } from "~/access/sign-in.server";
import { signOutEverywhere } from "~/access/sign-out.server";
import { signUp } from "~/access/sign-up.server";
import { verifyAddress } from "~/access/verify-address.server";
import { openToken } from "~/notifications/letter-tokens.server";

const password = "a long enough password";
const now = new Date();
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const broken = { kind: "invalid", reason: "link_does_not_work" };

let database: TestDatabase;
let visits = 0;
let address = "";
let email = "";
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(() => {
  visits += 1;
  address = `192.0.2.${visits}`;
  email = `person${visits}@university.example`;
});

const visit = (at = now) => ({ address, locale: "en", now: at });
const join = (given: { name?: string; password?: string } = {}, at = now) =>
  signUp({ name: "Amina", email, password, ...given }, visit(at));
const enter = (given: { email?: string; password?: string } = {}, at = now) =>
  signIn({ email, password, ...given }, visit(at));

/** Letters to this address in the order they were asked for, with the token inside. */
async function letters() {
  const rows = await database.owner<{ template: string; token: string }[]>`
    select template, data ->> 'token' as token from notifications.letters
    join identity.persons on persons.ref = letters.recipient where email = ${email} order by event_id`;
  return rows.map(({ template, token }) => ({ template, token: openToken(token) }));
}
async function newestToken() {
  return (await letters()).at(-1)?.token ?? "";
}
const joinAndVerify = async () => {
  await join();
  return verifyAddress(await newestToken(), now);
};
const acts = async () =>
  (
    await database.owner<{ act: string }[]>`select act from audit.events
      join identity.persons on persons.ref::text = events.subject_id where email = ${email} order by events.id`
  ).map(({ act }) => act);

describe("an account", () => {
  it("begins with a letter, and with the click in it", async () => {
    await join();
    expect((await letters()).map(({ template }) => template)).toEqual(["verify_address"]);
    await expect(enter()).rejects.toMatchObject({ reason: "address_is_not_verified" });
    const { session } = await sessionOf(await verifyAddress(await newestToken(), now));
    expect(session?.hats).toEqual([]);
    expect((await sessionOf((await enter()).cookie)).session?.person).toBe(session?.person);
    expect(await acts()).toEqual(["account made", "address verified", "signed in"]);
  });

  it("keeps neither password, link nor session in a readable form", async () => {
    const cookie = await joinAndVerify();
    const token = await newestToken();
    const id = /fund_session=([^;]+)/.exec(cookie)?.[1] ?? "";
    const kept = await database.owner`select
      (select jsonb_agg(to_jsonb(p)) from identity.persons p)::text || (select jsonb_agg(to_jsonb(l)) from access.one_time_links l)::text ||
      (select jsonb_agg(to_jsonb(s)) from access.sessions s)::text || (select jsonb_agg(to_jsonb(n)) from notifications.letters n)::text ||
      (select jsonb_agg(to_jsonb(a)) from access.attempts a)::text as everything`;
    const everything = String(kept[0]?.everything);
    expect(everything).toContain("$argon2id$v=19$m=19456,t=2,p=1$");
    for (const secret of [password, token, id]) {
      expect(secret.length).toBeGreaterThan(20);
      expect(everything).not.toContain(secret);
    }
  });

  it("is made once for an address, whatever its capitals and however many ask together", async () => {
    await Promise.all([join(), signUp({ name: "Amina", email: email.toUpperCase(), password }, visit())]);
    const persons = await database.owner`select ref from identity.persons where lower(email) = ${email}`;
    expect(persons).toHaveLength(1);
  });

  it("belongs to who reads the letters, not to who asked first", async () => {
    await join({ name: "A stranger", password: "what the stranger chose" });
    const strangersLink = await newestToken();
    await join();
    expect((await letters()).map(({ template }) => template)).toEqual(["verify_address", "reset_password"]);
    await expect(verifyAddress(strangersLink, now)).rejects.toMatchObject(broken);
    await setNewPassword({ token: await newestToken(), password }, now);
    await expect(enter({ password: "what the stranger chose" })).rejects.toMatchObject({
      reason: "email_or_password_is_wrong",
    });
    expect((await enter()).cookie).toContain("fund_session=");
  });
});

describe("a link in a letter", () => {
  it("works once, and not after its time", async () => {
    await join();
    const token = await newestToken();
    await expect(verifyAddress(token, later(72.1))).rejects.toMatchObject(broken);
    await verifyAddress(token, later(71.9));
    await expect(verifyAddress(token, later(71.9))).rejects.toMatchObject(broken);
    await expect(verifyAddress("a guess", now)).rejects.toMatchObject(broken);
    await expect(setNewPassword({ token, password }, now)).rejects.toMatchObject(broken);
  });

  it("opens for one of ten clicks", async () => {
    await join();
    const token = await newestToken();
    const clicks = await Promise.allSettled(Array.from({ length: 10 }, () => verifyAddress(token, now)));
    expect(clicks.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("changes the password, ends every visit, and makes earlier links useless", async () => {
    const cookie = await joinAndVerify();
    await askForNewPassword(email, visit());
    const first = await newestToken();
    await askForNewPassword(email, visit());
    await expect(setNewPassword({ token: await newestToken(), password }, later(2.1))).rejects.toMatchObject(broken);
    const fresh = await setNewPassword({ token: await newestToken(), password: "another good password" }, later(1.9));
    expect((await sessionOf(cookie)).session).toBeNull();
    expect((await sessionOf(fresh)).session).not.toBeNull();
    await expect(setNewPassword({ token: first, password }, now)).rejects.toMatchObject(broken);
    await expect(enter()).rejects.toMatchObject({ reason: "email_or_password_is_wrong" });
    await enter({ password: "another good password" });
  });
});

describe("who asks about an address", () => {
  it("hears the same, takes as long, and writes nothing where it is unknown", async () => {
    await joinAndVerify();
    const known = email;
    const timed = async (work: () => Promise<unknown>) => {
      const began = performance.now();
      const said = await work().catch((refusal) => refusal);
      return { said, took: performance.now() - began };
    };
    for (const asked of [known, "nobody@university.example"]) {
      const { said, took } = await timed(() => askForNewPassword(asked, visit()));
      expect(said).toBeUndefined();
      expect(took).toBeGreaterThan(95);
    }
    const wrong = await timed(() => enter({ email: known, password: "not the password" }));
    const unknown = await timed(() => enter({ email: "nobody@university.example", password: "not the password" }));
    expect(wrong.said).toEqual(unknown.said);
    expect(wrong.said).toMatchObject({ kind: "invalid", reason: "email_or_password_is_wrong" });
    const nobody = await database.owner`select 1 from identity.persons where email = 'nobody@university.example'`;
    expect(nobody).toHaveLength(0);
  });

  it("costs a hash in both cases, which is what takes the time", async () => {
    await joinAndVerify();
    const median = async (asked: string) => {
      const times: number[] = [];
      for (let turn = 0; turn < 7; turn += 1) {
        const began = performance.now();
        await enter({ email: asked, password: "not the password" }).catch(() => {});
        times.push(performance.now() - began);
      }
      return times.sort((one, other) => one - other)[3] ?? 0;
    };
    await median("warm@university.example");
    const [known, unknown] = [await median(email), await median("nobody2@university.example")];
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(2.5);
  });
});

describe("attempts", () => {
  it("on one account stop after eight, from wherever they come, and begin again when the window ends", async () => {
    await joinAndVerify();
    const guess = (turn: number, at = now) =>
      signIn({ email: email.toUpperCase(), password: "a guess" }, { address: `198.51.100.${turn}`, now: at });
    for (let turn = 0; turn < 8; turn += 1) {
      await expect(guess(turn)).rejects.toMatchObject({ reason: "email_or_password_is_wrong" });
    }
    const until = later(0.25);
    await expect(guess(9)).rejects.toMatchObject({ kind: "too_many", details: { until } });
    await expect(enter(), "the right password waits, too").rejects.toMatchObject({ kind: "too_many" });
    await enter({}, new Date(until.getTime() + 1));
  });

  it("are forgotten when the password was right", async () => {
    await joinAndVerify();
    for (let round = 0; round < 2; round += 1) {
      for (let turn = 0; turn < 7; turn += 1) await enter({ password: "a guess" }).catch(() => {});
      await enter();
    }
  });

  it("from one address stop, whoever they are for", async () => {
    const tries = await Promise.all(
      Array.from({ length: 61 }, (_, turn) =>
        enter({ email: `guess${turn}@university.example` }).catch(({ kind }) => kind as string),
      ),
    );
    expect(tries.filter((kind) => kind === "too_many")).toHaveLength(1);
  });

  it("to have letters sent stop alike for a known and an unknown address, and send nothing more", async () => {
    await joinAndVerify();
    for (const asked of [email, "unknown@university.example"]) {
      const said: unknown[] = [];
      for (let turn = 0; turn < 5; turn += 1) {
        said.push(await askForNewPassword(asked, visit(later(2))).catch(({ kind }) => kind));
      }
      expect(said).toEqual([undefined, undefined, undefined, undefined, "too_many"]);
    }
    expect(await letters()).toHaveLength(5);
  });
});

describe("signing out", () => {
  it("ends this visit alone, or all of them", async () => {
    const [phone, laptop] = [await joinAndVerify(), (await enter()).cookie];
    const { session } = await sessionOf(phone);
    expect(await endSession(session?.id ?? "")).toContain("Max-Age=0");
    expect((await sessionOf(phone)).session).toBeNull();
    const other = await sessionOf(laptop);
    await signOutEverywhere(other.session?.person ?? ("" as never), now);
    expect((await sessionOf(laptop)).session).toBeNull();
    expect((await acts()).at(-1)).toBe("signed out everywhere");
  });
});
