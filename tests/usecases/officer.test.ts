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

it("makes no officer of a reviewer, who would see names by another hat", async () => {
  const [reviewer] = await database.owner`insert into access.people (id, hats, created_at)
    values (gen_random_uuid(), '{reviewer}', ${now}) returning id`;
  await database.owner`insert into identity.persons (ref, name, email)
    values (${reviewer?.id}, 'Rosa', 'rosa@advisory.example')`;
  await expect(appointOfficer(database.owner, "Rosa@advisory.example", "Rosa", now)).rejects.toThrow(
    "nobody scores and",
  );
  expect(await database.owner`select hats from access.people where id = ${reviewer?.id}`).toEqual([
    { hats: ["reviewer"] },
  ]);
});

it("records each appointment, and leaves no earlier link open", async () => {
  const [first, second] = [
    await appointOfficer(database.owner, "paul@fund.example", "Paul", now),
    await appointOfficer(database.owner, "Paul@fund.example", "Paul", now),
  ].map((link) => ({ token: new URL(link).searchParams.get("token") ?? "", password: "a long enough password" }));
  const events = await database.owner`
    select e.actor, e.hat, e.subject_id = i.ref::text as hers from audit.events e join identity.persons i
    on i.email = 'paul@fund.example' where e.act = 'officer appointed' and e.subject_id = i.ref::text`;
  expect(events).toEqual([1, 2].map(() => ({ actor: null, hat: "system", hers: true })));
  await expect(setNewPassword(first!, now)).rejects.toMatchObject({ reason: "link_does_not_work" });
  const late = new Date(now.getTime() + 14 * 86_400_000);
  await expect(setNewPassword(second!, late)).rejects.toMatchObject({ reason: "link_does_not_work" });
  await setNewPassword(second!, new Date(late.getTime() - 1000));
});
