import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { type TestDatabase, testDatabase } from "#tests/setup/database";
import { setTestEnvironment } from "#tests/setup/environment";
import { dueSoon, letterRow, order, somebody, TestClock } from "#tests/setup/outbox";
import { environment } from "~/http/environment.server";
import { letterJob } from "~/notifications/periodic-jobs.server";

let database: TestDatabase;
let said: string[];
let clock: TestClock;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(() => {
  clock = new TestClock();
  said = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
  setTestEnvironment(environment().dataDir, { appUrl: "http://localhost:3456" });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const round = () => letterJob().run({ now: clock.now, ending: () => false });

it.each([
  ["verify_address", "verify"],
  ["reset_password", "reset-password"],
  ["invitation_reviewer", "reset-password"],
  ["officer_invitation", "reset-password"],
] as const)("a %s that is kept gives the operator its link, once", async (template, page) => {
  const reader = await somebody(database.owner, { name: "Planted Name", email: `${template}@planted.example` });
  const key = await order(reader, template, { token: "s3cret+/token" }, clock.now());
  await round();
  await round();
  expect(said).toEqual([
    `Letter to read: ${template}, open http://localhost:3456/${page}?token=${encodeURIComponent("s3cret+/token")}`,
  ]);
  const row = await letterRow(database.owner, key);
  expect(row.state).toBe("kept");
  expect(JSON.stringify(row)).not.toContain("s3cret");
});

it("says nothing of a letter without a link, in whatever language the others are", async () => {
  await order(await somebody(database.owner), "reminder", dueSoon, clock.now());
  await order(await somebody(database.owner, { locale: "ar" }), "verify_address", { token: "arabic" }, clock.now());
  await round();
  expect(said).toEqual(["Letter to read: verify_address, open http://localhost:3456/verify?token=arabic"]);
});

it("says nothing before a letter is due", async () => {
  const sendAfter = new Date(clock.now().getTime() + 60_000);
  await order(await somebody(database.owner), "verify_address", { token: "later" }, clock.now(), { sendAfter });
  await round();
  expect(said).toEqual([]);
  clock.pass(1);
  await round();
  expect(said).toHaveLength(1);
});

it("never says a link in production", async () => {
  setTestEnvironment(environment().dataDir, { production: true });
  const key = await order(await somebody(database.owner), "verify_address", { token: "production" }, clock.now());
  await round();
  expect((await letterRow(database.owner, key)).state).toBe("kept");
  expect(said).toEqual([]);
});

it("names a letter whose link was sealed with another secret, and shows no link", async () => {
  await order(await somebody(database.owner), "verify_address", { token: "lost" }, clock.now());
  setTestEnvironment(environment().dataDir, { sessionSecret: "another secret, which is just as long as the first" });
  await round();
  expect(said).toEqual(["Letter to read: verify_address, but its link cannot be read: was SESSION_SECRET changed?"]);
});
