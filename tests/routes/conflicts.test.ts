import { beforeAll, expect, it } from "vitest";
import { afterClose, managedCallFactory } from "#tests/factories/managed-call";
import { testDatabase } from "#tests/setup/database";
import { startProduct } from "#tests/setup/product";
import { visitorOf } from "#tests/setup/visitor";
import { hashPassword } from "~/access/passwords.server";
import { paths } from "~/ui/paths";
import { hiddenIn } from "./desk-of-applicants";

const database = await testDatabase();
const make = managedCallFactory(database.owner);
const password = "a password for tests only";
let officer: ReturnType<typeof visitorOf>;
let tied: { page: string; colleague: string };
let own: { page: string; proposal: string };

beforeAll(async () => {
  const passwordHash = await hashPassword(password);
  await make.officer({ email: "judge@fund.example", passwordHash });
  const colleague = await make.officer({ institution: "Tied University", name: "Colleague Tied" });
  const call = await make.call();
  const { id } = await make.proposal(call, { host: "Tied University" });
  tied = { page: paths.conflicts(id), colleague };
  const other = await make.proposal(call);
  own = { page: paths.conflicts(other.id), proposal: paths.manageProposal(other.id) };
  const product = await startProduct({ database, now: afterClose });
  officer = visitorOf(product);
  await officer.post(paths.signIn(), { email: "judge@fund.example", password });
});

it("a tie is settled by a form that says what is missing, and says so afterwards", async () => {
  expect((await officer.get(tied.page)).html).toContain("Colleague Tied");
  const empty = await officer.post(tied.page, {});
  expect(empty.status).toBe(422);
  expect(empty.html).toContain("Choose the tie that you settle");
  const tie = `${tied.colleague}.same_institution`;
  const unreasoned = await officer.post(tied.page, { tie, outcome: "dismissed", because: " " });
  expect([unreasoned.status, unreasoned.html]).toEqual([422, expect.stringMatching(/checked="" value="dismissed"/)]);
  for (const nonsense of ["x", `${tied.colleague}.`, `${tied.colleague}.recusal`]) {
    const { status } = await officer.post(tied.page, { tie: nonsense, outcome: "dismissed", because: "So" });
    expect([nonsense, status]).toEqual([nonsense, nonsense.endsWith("recusal") ? 404 : 422]);
  }
  const settled = await officer.post(tied.page, { tie, outcome: "dismissed", because: "She left in 1999" });
  expect([settled.status, settled.headers.get("location")]).toEqual([303, tied.page]);
  expect((await officer.get(tied.page)).html).toContain("She left in 1999");
  const twice = await officer.post(tied.page, { tie, outcome: "dismissed", because: "Again" });
  expect(twice.status).toBe(409);
  expect(twice.html).toContain("settled so already");
});

it("a declaration that came back stays in its form while the other form of the page is sent", async () => {
  const declared = "A cousin of mine leads it";
  const tie = `${tied.colleague}.same_institution`;
  const settlement = { tie, outcome: "confirmed", because: "She is back since May" };
  /** The forms of the page, each from its beginning to its end. */
  const formsOf = (html: string) => html.match(/<form.*?<\/form>/gs) ?? [];
  const formWith = (html: string, control: string) =>
    formsOf(html).find((form) => form.includes(`name="${control}"`)) ?? "";
  const form = hiddenIn(formWith((await officer.get(tied.page)).html, "declared"), "form");
  const session = officer.jar.get("fund_session") ?? "";
  officer.jar.delete("fund_session");
  expect((await officer.post(tied.page, { declared, form })).status).toBe(303);
  officer.jar.set("fund_session", session);

  const back = (await officer.get(tied.page)).html;
  const own = formWith(back, "declared");
  expect(own).toContain(declared);
  const name = hiddenIn(own, "returned");
  expect([name !== "", hiddenIn(formWith(back, "because"), "returned")]).toEqual([true, ""]);
  const refused = await officer.post(tied.page, { ...settlement, because: "" });
  expect([refused.status, formWith(refused.html, "declared").includes(declared)]).toEqual([422, true]);
  expect(hiddenIn(formWith(refused.html, "declared"), "returned")).toBe(name);
  expect((await officer.post(tied.page, settlement)).status).toBe(303);
  expect(formWith((await officer.get(tied.page)).html, "declared")).toContain(declared);
  await officer.post(paths.discardReturned(), { to: tied.page, returned: name });
  expect((await officer.get(tied.page)).html).not.toContain(declared);
});

it("an act that was done is answered as done, although its kept form could not be forgotten", async () => {
  const tie = `${tied.colleague}.same_institution`;
  const settlement = { tie, outcome: "dismissed", because: "Another one of this name" };
  const { owner } = database;
  officer.jar.set("fund_kept", "name.key");
  await owner`alter table access.kept_texts rename to kept_texts_gone`;
  try {
    expect((await officer.post(tied.page, { ...settlement, returned: "name" })).status).toBe(303);
  } finally {
    await owner`alter table access.kept_texts_gone rename to kept_texts`;
  }
  expect((await officer.get(tied.page)).html).toContain(settlement.because);
});

it("a tie of one’s own needs a reason, and closes every page of the proposal", async () => {
  expect((await officer.post(own.page, { declared: "" })).status).toBe(422);
  expect((await officer.get(own.proposal)).status).toBe(200);
  expect((await officer.post(own.page, { declared: "A cousin leads it" })).status).toBe(303);
  for (const page of [own.page, own.proposal]) expect([page, (await officer.get(page)).status]).toEqual([page, 404]);
  expect((await officer.post(own.page, { declared: "Once more" })).status).toBe(404);
});
