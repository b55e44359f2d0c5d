import { beforeAll, expect, it } from "vitest";
import { testDatabase } from "#tests/setup/database";
import { visitorOf } from "#tests/setup/visitor";
import { paths } from "~/ui/paths";
import { openDesk, type Visitor } from "./desk-of-applicants";

const { owner, ...database } = await testDatabase();
const days = 86_400;
let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk({ owner, ...database });
});

/** Seconds until the session ends, as the browser's script reads it. */
const told = (visitor: Visitor) => {
  const [end = 0, now = 0] = (visitor.jar.get("fund_ends") ?? "").split(".").map(Number);
  return end - now;
};
const person = async ({ email }: { email: string }) =>
  (await owner`select ref from identity.persons where email = ${email}`)[0]?.ref as string;
const endsIn = async (ref: string, seconds: number) =>
  owner`update access.sessions set expires_at = now() + ${`${seconds} seconds`}::interval where user_id = ${ref}`;
const left = async (ref: string) => {
  const [row] = await owner`
    select extract(epoch from expires_at - now())::int as left from access.sessions where user_id = ${ref}`;
  return row?.left as number | undefined;
};

it("every page of somebody who is signed in knows when the session ends, in her language; a visitor's knows nothing", async () => {
  const visitor = await desk.applicant("one who stays");
  for (const page of [paths.home(), paths.apply(), paths.call("call-of-tests")]) {
    const { html } = await visitor.get(page);
    expect(html).toMatch(/id="session-end"[^>]*role="status"/);
    expect(html).toContain('data-ends="You will be signed out at {time}.');
    expect(html).toContain("fund_ends");
    expect(told(visitor)).toBeGreaterThan(14 * days - 60);
  }
  expect((await visitor.get(paths.apply(), { "Accept-Language": "ar" })).html).toMatch(
    /data-ends="سيُسجَّل خروجك الساعة [^"]*\{time\}/,
  );
  const stranger = visitorOf(desk.product);
  expect((await stranger.get(paths.home())).html).not.toMatch(/session-end|fund_ends/);
  expect(stranger.jar.has("fund_ends")).toBe(false);
});

it("staying lengthens a session that is about to end, without a page, and says until when", async () => {
  const visitor = await desk.applicant("one at the end");
  const ref = await person(visitor);
  await endsIn(ref, 120);
  const stayed = await visitor.post(paths.session(), {});
  expect([stayed.status, stayed.html]).toEqual([204, ""]);
  expect(await left(ref)).toBeGreaterThan(14 * days - 60);
  expect(told(visitor)).toBeGreaterThan(14 * days - 60);
  expect(stayed.headers.getSetCookie().some((set) => /^fund_session=.*HttpOnly.*Max-Age=1209600/.test(set))).toBe(true);
});

it("saving lengthens it, too, and a session in its first half is left as it is", async () => {
  const visitor = await desk.applicant("one who saves");
  const ref = await person(visitor);
  const proposal = await desk.start(visitor);
  await endsIn(ref, 120);
  const save = { question: "summary", baseVersion: 0, text: "Typed", saveId: crypto.randomUUID() };
  expect((await desk.autosave(visitor, proposal, save)).status).toBe(200);
  expect(told(visitor)).toBeGreaterThan(14 * days - 60);
  await endsIn(ref, 8 * days);
  await visitor.post(paths.session(), {});
  expect(await left(ref)).toBeLessThanOrEqual(8 * days);
  expect(told(visitor)).toBeLessThanOrEqual(8 * days);
});

it("neither looking at the address nor another site lengthens a session, and an ended one stays ended", async () => {
  const visitor = await desk.applicant("one who left");
  const ref = await person(visitor);
  await visitor.get(paths.apply());
  expect(visitor.jar.has("fund_ends")).toBe(true);
  const elsewhere = await visitor.post(paths.session(), {}, { Origin: "https://evil.example" });
  expect(elsewhere.status).toBe(403);
  await endsIn(ref, -1);
  const late = await visitor.post(paths.session(), {});
  expect([late.status, visitor.jar.has("fund_ends")]).toEqual([401, false]);
  expect(await left(ref)).toBeUndefined();
});

it("signing out takes back what told of the end", async () => {
  const visitor = await desk.applicant("one who signs out");
  await visitor.get(paths.apply());
  expect(visitor.jar.has("fund_ends")).toBe(true);
  await visitor.post(paths.signOut(), {});
  expect([...visitor.jar.keys()].filter((name) => name !== "locale")).toEqual([]);
});

it("whoever signs in reads how long that lasts, with and without scripts", async () => {
  expect((await visitorOf(desk.product).get(paths.signIn())).html).toContain("You stay signed in for at least 7 days");
});
