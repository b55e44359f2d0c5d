import { beforeAll, expect, it } from "vitest";
import { afterClose, managedCallFactory } from "#tests/factories/managed-call";
import { testDatabase } from "#tests/setup/database";
import { startProduct } from "#tests/setup/product";
import { visitorOf } from "#tests/setup/visitor";
import { hashPassword } from "~/access/passwords.server";
import { paths } from "~/ui/paths";

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

it("a tie of one’s own needs a reason, and closes every page of the proposal", async () => {
  expect((await officer.post(own.page, { declared: "" })).status).toBe(422);
  expect((await officer.get(own.proposal)).status).toBe(200);
  expect((await officer.post(own.page, { declared: "A cousin leads it" })).status).toBe(303);
  for (const page of [own.page, own.proposal]) expect([page, (await officer.get(page)).status]).toEqual([page, 404]);
  expect((await officer.post(own.page, { declared: "Once more" })).status).toBe(404);
});
