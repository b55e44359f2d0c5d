import { beforeAll, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "#tests/setup/database";
import { setNewPassword } from "~/access/reset-password.server";
import { signIn } from "~/access/sign-in.server";
import { appointOfficer } from "~/commands/officer.server";

const now = new Date("2026-03-02T10:00:00Z");
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});

it("makes an officer whose link chooses a password once", async () => {
  const link = await appointOfficer(database.owner, "olga@fund.example", "Olga", now);
  const token = new URL(link).searchParams.get("token") ?? "";
  await setNewPassword({ token, password: "a long enough password" }, now);
  const [person] = await database.owner`
    select p.hats from access.people p join identity.persons i on i.ref = p.id where i.email = 'olga@fund.example'`;
  expect(person?.hats).toEqual(["programme_officer"]);
  await expect(setNewPassword({ token, password: "a long enough password" }, now)).rejects.toMatchObject({
    reason: "link_does_not_work",
  });
  const cookie = await signIn(
    { email: "OLGA@fund.example", password: "a long enough password" },
    { address: "::1", now },
  );
  expect(JSON.stringify(cookie)).toContain("fund_session=");
});

it("gives the hat once to somebody who has an account, and refuses what is no address", async () => {
  await appointOfficer(database.owner, "olga@fund.example", "Olga", now);
  const [person] = await database.owner`
    select p.hats from access.people p join identity.persons i on i.ref = p.id where i.email = 'olga@fund.example'`;
  expect(person?.hats).toEqual(["programme_officer"]);
  await expect(appointOfficer(database.owner, "olga", "Olga", now)).rejects.toThrow("not an e-mail address");
});
