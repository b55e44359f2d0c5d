import { beforeAll, describe, expect, it } from "vitest";
import { afterClose, managedCallFactory, scoringClosesAt } from "#tests/factories/managed-call";
import { testDatabase } from "#tests/setup/database";
import { type Product, startProduct } from "#tests/setup/product";
import { hashPassword } from "~/access/passwords.server";
import { paths } from "~/ui/paths";
import type { PersonRef } from "~/values/person-ref";

const database = await testDatabase();
const make = managedCallFactory(database.owner);
const password = "a password for tests only";

let product: Product;
let call: { id: string; slug: string };
let officer: Visitor;
let conflicted: Visitor & { ref: PersonRef };
let stranger: Visitor;

type Visitor = Awaited<ReturnType<typeof signedIn>>;

/** Somebody with a browser that knows no script: pages are fetched, forms are posted. */
async function signedIn(email: string) {
  const origin = { Origin: product.url };
  const entered = await fetch(product.url + paths.signIn(), {
    method: "POST",
    headers: origin,
    body: new URLSearchParams({ email, password }),
    redirect: "manual",
  });
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const answer = async (response: Response) => ({
    status: response.status,
    to: response.headers.get("location"),
    html: await response.text(),
  });
  return {
    get: async (path: string) => answer(await fetch(product.url + path, { headers: { cookie }, redirect: "manual" })),
    post: async (path: string, form: Record<string, string>) =>
      answer(
        await fetch(product.url + path, {
          method: "POST",
          headers: { ...origin, cookie },
          body: new URLSearchParams(form),
          redirect: "manual",
        }),
      ),
  };
}

beforeAll(async () => {
  const passwordHash = await hashPassword(password);
  product = await startProduct({ database, now: afterClose });
  call = await make.call({ slug: "call-of-tests" });
  await make.officer({ email: "olivia@fund.example", passwordHash });
  const ref = await make.officer({ email: "samuel@fund.example", passwordHash });
  await make.person({ email: "nobody@freemail.example", passwordHash });
  officer = await signedIn("olivia@fund.example");
  conflicted = { ...(await signedIn("samuel@fund.example")), ref };
  stranger = await signedIn("nobody@freemail.example");
});

const pagesOfCall = () => [
  paths.manage(),
  paths.manageCall(call.slug),
  paths.manageProposals(call.slug),
  paths.advisoryGroup(call.slug),
  paths.assignments(call.slug),
];
const pagesOf = (id: string) => [
  paths.manageProposal(id),
  paths.eligibility(id),
  paths.blindPacket(id),
  paths.proposalAssignments(id),
];

describe("officers' pages", () => {
  it("read without script, and exist for nobody but officers", async () => {
    const { id } = await make.packet(call, { title: "Seen by officers" });
    for (const page of [...pagesOfCall(), ...pagesOf(id)]) {
      const seen = await officer.get(page);
      expect({ page, status: seen.status }).toEqual({ page, status: 200 });
      expect(seen.html).not.toContain('<script type="module"');
      expect((await stranger.get(page)).status).toBe(404);
    }
    const unsigned = await fetch(product.url + paths.manage(), { redirect: "manual" });
    expect([unsigned.status, unsigned.headers.get("location")]).toEqual([303, paths.signIn(paths.manage())]);
  });

  it("never mention a proposal to an officer with a conflict, by page, row, search or data", async () => {
    const { id } = await make.packet(call, { title: "Sensitive title Zanzibar", host: "Zanzibar Institute" });
    const search = paths.manageProposals(call.slug, { text: "Zanzibar" });
    expect((await conflicted.get(search)).html).toContain("Sensitive title Zanzibar");
    expect((await conflicted.get(paths.manageProposal(id))).status).toBe(200);
    await make.conflict(conflicted.ref, id);
    for (const page of pagesOf(id)) {
      for (const address of [page, `${page}.data`]) {
        const hidden = await conflicted.get(address);
        expect({ address, status: hidden.status }).toEqual({ address, status: 404 });
        expect(hidden.html).not.toContain("Zanzibar");
      }
    }
    for (const page of pagesOfCall()) {
      for (const address of [page, `${page}.data`])
        expect((await conflicted.get(address)).html).not.toContain("Zanzibar");
    }
    expect((await conflicted.get(search)).html).not.toContain("Sensitive title");
    expect((await conflicted.post(paths.eligibility(id), { outcome: "ineligible", reason: "x" })).status).toBe(404);
  });

  it("answer a proposal that does not exist, and an address that makes no sense, alike", async () => {
    for (const id of ["7f0c8a52-7a51-4f0b-9f0c-3f3f2b8f9a01", "nonsense"]) {
      for (const page of pagesOf(id)) expect((await officer.get(page)).status).toBe(404);
    }
    expect((await officer.get(paths.manageCall("no-such-call"))).status).toBe(404);
  });
});

describe("forms", () => {
  it("ask for a reason beside the field and keep what was typed", async () => {
    const { id } = await make.proposal(call);
    const refused = await officer.post(paths.eligibility(id), { outcome: "ineligible", reason: "  " });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('href="#reason"');
    expect(refused.html).toMatch(/<input[^>]*value="ineligible"[^>]*checked|checked[^>]*value="ineligible"/);
    const unchosen = await officer.post(paths.eligibility(id), { reason: "A reason that must not be lost" });
    expect(unchosen.status).toBe(422);
    expect(unchosen.html).toContain("A reason that must not be lost");
    const away = { outcome: "ineligible", reason: "For the record", to_applicant: "Words for them" };
    const { id: other } = await make.proposal(call);
    const both = await officer.post(paths.eligibility(other), { ...away, reason: "" });
    expect([both.status, both.html.includes("Words for them")]).toEqual([422, true]);
    expect((await officer.post(paths.eligibility(other), away)).status).toBe(303);
    const checked = await officer.get(paths.manageProposal(other));
    expect(checked.html).toMatch(/For the record.*For the applicants, told with the release:.*Words for them/s);
    const done = await officer.post(paths.eligibility(id), { outcome: "eligible", reason: "" });
    expect([done.status, done.to]).toEqual([303, paths.manageProposal(id)]);
    expect((await officer.post(paths.eligibility(id), { outcome: "eligible", reason: "" })).status).toBe(409);
  });

  it("show each word that names the applicants, and freeze once it is settled", async () => {
    const lead = await make.person({ name: "Zoë Okonkwo" });
    const { id } = await make.proposal(call, { lead, state: "eligible", summary: "A study by Zoe Okonkwo." });
    const page = await officer.get(paths.blindPacket(id));
    expect(page.html).toContain("<mark>Zoe Okonkwo</mark>");
    const refused = await officer.post(paths.blindPacket(id), {});
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('href="#words"');
    const frozen = await officer.post(paths.blindPacket(id), { redact: "Zoë Okonkwo" });
    expect([frozen.status, frozen.to]).toEqual([303, paths.blindPacket(id)]);
    const after = await officer.get(paths.blindPacket(id));
    expect(after.html).toContain("A study by █████.");
  });

  it("say in words which conflict stops an assignment, and send nobody a letter", async () => {
    const { id } = await make.packet(call, { host: "Rift Lakes University" });
    const reviewer = await make.member(call, { name: "Kenji Kimura", institution: "Rift Lakes University" });
    const due = scoringClosesAt.toISOString().slice(0, 10);
    const refused = await officer.post(paths.proposalAssignments(id), { reviewer, due });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("same institution, now or in the last three years");
    expect(refused.html).toContain("Kenji Kimura");
    const other = await make.member(call);
    expect((await officer.post(paths.proposalAssignments(id), { reviewer: other, due: "2021-01-01" })).status).toBe(
      422,
    );
    const done = await officer.post(paths.proposalAssignments(id), { reviewer: other, due });
    expect([done.status, done.to]).toEqual([303, `${paths.proposalAssignments(id)}?assigned=yes`]);
    const letters = await database.owner`select recipient from notifications.letters where template = 'assignment'`;
    expect(letters).toEqual([{ recipient: other }]);
  });

  it("remind whoever has an open review, and tell an officer in conflict neither whether nor how many", async () => {
    const apart = await make.call({ slug: "reminders" });
    const { id } = await make.packet(apart);
    const reviewer = await make.member(apart);
    const due = scoringClosesAt.toISOString().slice(0, 10);
    expect((await officer.post(paths.proposalAssignments(id), { reviewer, due })).status).toBe(303);
    await make.conflict(conflicted.ref, id);
    const button = "Remind everybody with an open review";
    const seen = (await conflicted.get(paths.progress(apart.slug))).html;
    expect([seen.includes(button), seen.includes("No open review is counted here")]).toEqual([true, true]);
    for (const time of ["the first time", "and when nobody is left"]) {
      const { to } = await conflicted.post(paths.progress(apart.slug), {});
      expect([time, to]).toEqual([time, `${paths.progress(apart.slug)}?reminded=uncounted`]);
      expect((await conflicted.get(to ?? "")).html).toContain("was not reminded within the last day gets a letter");
    }
    expect((await officer.post(paths.progress(apart.slug), {})).to).toContain("?reminded=0");
    const letters = await database.owner`select recipient from notifications.letters where template = 'reminder'`;
    expect(letters).toEqual([{ recipient: reviewer }]);
    await database.owner`update assignments set state = 'locked' where proposal_id = ${id}`;
    expect((await officer.get(paths.progress(apart.slug))).html).not.toContain(button);
    expect((await conflicted.get(paths.progress(apart.slug))).html).toContain(button);
  });

  it("invite to the advisory group, or say what is wrong with the address", async () => {
    const invitation = { name: "Rosa Lindqvist", email: "rosa at advisory", locale: "en" };
    const refused = await officer.post(paths.advisoryGroup(call.slug), invitation);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('value="rosa at advisory"');
    const sent = { ...invitation, email: "rosa@advisory.example" };
    expect((await officer.post(paths.advisoryGroup(call.slug), sent)).status).toBe(303);
    expect((await officer.get(paths.advisoryGroup(call.slug))).html).toContain("Rosa Lindqvist");
  });
});
