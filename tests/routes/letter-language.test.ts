import { beforeAll, expect, it } from "vitest";
import { testDatabase } from "#tests/setup/database";
import { visitorOf } from "#tests/setup/visitor";
import { paths } from "~/ui/paths";
import { openDesk, password, work } from "./desk-of-applicants";

const database = await testDatabase();
const { owner } = database;
let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk(database);
});

const languageOf = async (email: string) => {
  const [row] = await owner`select locale from access.people join identity.persons on persons.ref = people.id
    where email = ${email}`;
  return row?.locale;
};
const choose = (visitor: ReturnType<typeof visitorOf>, locale: string) =>
  visitor.post(paths.language(), { locale, back: paths.apply() });

it("letters are written in the language that she chose last, and in no other after a word that is none", async () => {
  const visitor = await desk.applicant("who changes her language");
  const stranger = await desk.applicant("who changes nothing");
  expect(await languageOf(visitor.email)).toBe("en");
  await choose(visitor, "ar");
  expect([await languageOf(visitor.email), await languageOf(stranger.email)]).toEqual(["ar", "en"]);
  const id = await desk.start(visitor);
  await desk.answer(visitor, id, "proposal", work);
  await owner`update proposals set state = 'submitted', submitted_at = now() where id = ${id}`;
  await visitor.post(paths.withdrawal(id), { reason: "انسحب شريكنا" });
  const letters = await owner`select template, locale from notifications.letters where data->>'proposal' = ${id}`;
  expect([...letters]).toEqual([{ template: "withdrawal_confirmed", locale: "ar" }]);
  await choose(visitor, "tlh");
  expect(await languageOf(visitor.email)).toBe("ar");
});

it("a language chosen before signing in counts, one that only the browser asks for does not", async () => {
  const { email } = await desk.applicant("who signs in again");
  const back = visitorOf(desk.product);
  expect((await back.post(paths.signIn(), { email, password }, { "Accept-Language": "ar" })).to).toBe(paths.apply());
  expect(await languageOf(email)).toBe("en");
  const again = visitorOf(desk.product);
  await choose(again, "ar");
  await desk.signIn(again, email, paths.apply());
  expect(await languageOf(email)).toBe("ar");
});

it("a language left on a device that others use changes nobody's letters", async () => {
  const { email } = await desk.applicant("who signs in at a library");
  const device = visitorOf(desk.product);
  await choose(device, "ar");
  const signIn = (more: Record<string, string>) => device.post(paths.signIn(), { email, password, ...more });
  expect((await signIn({ shared: "yes" })).to).toBe(paths.apply());
  expect([await languageOf(email), device.jar.get("fund_shared")]).toEqual(["en", "yes"]);
  expect((await signIn({})).to, "still known as shared when she signs in").toBe(paths.apply());
  expect([await languageOf(email), device.jar.has("fund_shared")]).toEqual(["en", false]);
  await signIn({});
  expect(await languageOf(email)).toBe("ar");
});

it("signing in succeeds also where the language cannot be written down", async () => {
  const { email } = await desk.applicant("who signs in all the same");
  const visitor = visitorOf(desk.product);
  await choose(visitor, "ar");
  await owner`revoke update (locale) on access.people from fund_sessions`;
  try {
    expect(await visitor.post(paths.signIn(), { email, password })).toMatchObject({ status: 303, to: paths.apply() });
  } finally {
    await owner`grant update (locale) on access.people to fund_sessions`;
  }
  expect((await visitor.get(paths.apply())).status, "and she is signed in").toBe(200);
  expect(await languageOf(email)).toBe("en");
});
