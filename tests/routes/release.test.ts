import { beforeAll, expect, it } from "vitest";
import { refOf } from "#tests/cast";
import { decidedCall } from "#tests/factories/decided-call";
import { fundFactory } from "#tests/factories/fund";
import { at } from "#tests/factories/fund-call";
import { testDatabase } from "#tests/setup/database";
import { startProduct } from "#tests/setup/product";
import { visitorOf } from "#tests/setup/visitor";
import { hashPassword } from "~/access/passwords.server";
import { paths } from "~/ui/paths";

const database = await testDatabase();
const { owner } = database;
const make = fundFactory(owner);
const password = "a password for tests only";
const release = paths.release("told-once");
let call: string;
let first: ReturnType<typeof visitorOf>;
let second: ReturnType<typeof visitorOf>;

const releasedAt = async () => (await owner`select released_at from releases where call_id = ${call}`)[0]?.released_at;
const lettersLeft = async () =>
  (await owner`select count(*)::int as letters from notifications.letters where template like 'decision%'`)[0]?.letters;

beforeAll(async () => {
  await make.cast();
  call = (await decidedCall(make, "told-once", { won: { outcome: "award" } })).call.id;
  const product = await startProduct({ database, now: at.release });
  const hash = await hashPassword(password);
  const enter = async (name: "officer" | "secondOfficer") => {
    const [account] =
      await owner`update identity.persons set password_hash = ${hash} where ref = ${refOf(name)} returning email`;
    const visitor = visitorOf(product);
    await visitor.post(paths.signIn(), { email: account?.email, password });
    return visitor;
  };
  [first, second] = [await enter("officer"), await enter("secondOfficer")];
});

it("a second officer who still sees “Prepare” never releases with it", async () => {
  expect((await second.get(release)).html).toContain(`action="${paths.preparation("told-once")}"`);
  expect((await first.post(paths.preparation("told-once"), {})).status).toBe(303);
  expect((await second.post(paths.preparation("told-once"), {})).status).toBe(409);
  expect([await releasedAt(), await lettersLeft()]).toEqual([null, 0]);
});

it("a release names the preparation it saw: without it, or with an earlier one, nothing is told", async () => {
  expect((await second.post(release, {})).status).toBe(422);
  const [, seen = ""] = /name="preparedAt" value="([^"]+)"/.exec((await second.get(release)).html) ?? [];
  expect((await first.post(paths.preparationEnd("told-once"), {})).status).toBe(303);
  expect((await second.post(release, { preparedAt: seen })).status).toBe(409);
  expect((await first.post(paths.preparation("told-once"), {})).status).toBe(303);
  const stale = await second.post(release, { preparedAt: seen });
  expect(stale.status).toBe(409);
  expect(stale.html).toContain("Look again before you release");
  expect([await releasedAt(), await lettersLeft()]).toEqual([null, 0]);
});

it("the second officer releases what is before her, and a preparation can then no longer be taken back", async () => {
  const [, seen = ""] = /name="preparedAt" value="([^"]+)"/.exec((await second.get(release)).html) ?? [];
  expect((await second.post(release, { preparedAt: seen })).status).toBe(303);
  expect((await first.post(paths.preparationEnd("told-once"), {})).status).toBe(409);
  expect([await releasedAt(), await lettersLeft()]).toEqual([expect.any(Date), 1]);
});

it("the page of a decision that stands says why it does, and asks for none", async () => {
  const [proposal] = await owner`select id from proposals where call_id = ${call}`;
  const { html } = await first.get(paths.decision(proposal?.id));
  expect(html).toContain("The decisions of this call were released");
  expect(html).toContain("Award");
  expect(html).not.toContain('name="outcome"');
});

it("the page of advice that stands shows it, and asks for none", async () => {
  const [proposal] = await owner`select id from proposals where call_id = ${call}`;
  const { html } = await first.get(paths.recommendation(proposal?.id));
  expect(html).toContain("The decisions of this call were released");
  expect(html).toContain("The advisory group advises");
  expect(html).not.toContain('name="outcome"');
});

it("the page of advice asks for none while nobody has locked a review and scoring is open", async () => {
  const unscored = await make.call("unscored");
  await owner`update calls set scoring_closes_at = ${at.announcement} where id = ${unscored.id}`;
  const page = paths.recommendation((await make.proposal(unscored, "one")).id);
  const { html } = await first.get(page);
  expect(html).toContain("No review of this proposal is locked yet, and scoring is still open");
  expect(html).toContain(`href="${paths.progress("unscored")}"`);
  expect(html).not.toContain('name="outcome"');
  expect((await first.post(page, { outcome: "award", reason: "Early" })).status).toBe(409);
  await owner`update calls set scoring_closes_at = ${at.scoringCloses} where id = ${unscored.id}`;
  expect((await first.get(page)).html).toContain('name="outcome"');
});

it("the desk says beforehand how many letters of each kind will leave, and which say no more than the general", async () => {
  const { call: mixed } = await decidedCall(make, "mixed", {
    one: { outcome: "award" },
    two: { outcome: "decline" },
    three: { outcome: "decline" },
  });
  const away = [1, 2].map((name) => make.proposal(mixed, `away ${name}`, { state: "ineligible", packet: false }));
  const [told] = await Promise.all(away);
  await owner`insert into eligibility_decisions (proposal_id, outcome, reason, to_applicant, decided_by, decided_at)
    values (${told?.id ?? ""}, 'ineligible', 'A note', 'Another theme.', ${refOf("officer")}, ${at.frozen})`;
  const { html } = await first.get(paths.release("mixed"));
  const table = /<table(?:(?!<\/table>).)*Letters that will leave.*?<\/table>/s.exec(html)?.[0] ?? "";
  const numbers = [...table.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) =>
    row
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
  );
  expect(numbers.slice(1)).toEqual([
    "Award 1",
    "Reserve 0",
    "Decline 2",
    "Not eligible 1 of them without words of its own: it says that a condition of the call is not met. 2",
  ]);
  expect(html).toMatch(/Letters that will leave<\/dt><dd[^>]*>5</);
  expect((await first.post(paths.preparation("mixed"), {})).status).toBe(303);
  expect((await second.get(paths.release("mixed"))).html).toContain("Not eligible");
});

it("a release is offered only once every proposal in review has a decision, and proposals left behind are named", async () => {
  const { call: undecided, proposals } = await decidedCall(make, "undecided", {
    open: { outcome: "decline" },
    behind: { outcome: "decline" },
  });
  const page = async () => (await first.get(paths.release("undecided"))).html;
  const offered = `action="${paths.preparation("undecided")}"`;
  expect(await page()).toContain(offered);
  await owner`delete from decisions where call_id = ${undecided.id}`;
  expect(await page()).not.toContain(offered);
  expect(await page()).toContain("Some proposals have no decision yet");
  expect(await page()).toContain(`href="${paths.ranking("undecided")}"`);
  expect((await page()).match(/Not yet/g)).toHaveLength(1);
  await owner`update proposals set state = 'eligible' where id = ${proposals.behind.id}`;
  expect((await page()).match(/Not yet/g)).toHaveLength(2);
});

it("a comment that names its reviewer leads to its page, and the release is offered once an officer said a word", async () => {
  const { proposals } = await decidedCall(make, "naming", { one: { outcome: "decline" } });
  const [row] = await owner`update reviews set to_applicant = 'Write to reviewer@review.example'
    where assignment_id = (select id from assignments where proposal_id = ${proposals.one.id}) returning assignment_id as id`;
  await owner`update identity.persons set email = 'reviewer@review.example' where ref = ${refOf("reviewer")}`;
  const page = async () => (await first.get(paths.release("naming"))).html;
  const comment = paths.comment(row?.id);
  const blocked = await page();
  expect(blocked).toContain(`href="${comment}"`);
  expect(blocked).not.toContain(`action="${paths.preparation("naming")}"`);
  expect((await first.post(paths.preparation("naming"), {})).status).toBe(409);
  expect((await first.get(comment)).html).toContain("This comment may tell who reviews");
  const empty = await first.post(comment, { because: "" });
  expect([empty.status, empty.html]).toEqual([422, expect.stringContaining('id="because-error"')]);
  expect((await first.post(comment, { outcome: "withheld", because: "An address of hers" })).to).toBe(comment);
  expect((await first.get(comment)).html).toContain("Withheld");
  expect((await first.get(paths.recommendation(proposals.one.id))).html).toContain("Withheld");
  expect(await page()).toContain(`action="${paths.preparation("naming")}"`);
});
