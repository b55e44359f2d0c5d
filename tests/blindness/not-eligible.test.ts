import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { applying } from "#db/connections/applying.server";
import { actorOf } from "#tests/cast";
import { decidedCall } from "#tests/factories/decided-call";
import { fundFactory, type MadeProposal } from "#tests/factories/fund";
import { testDatabase } from "#tests/setup/database";
import { type Product, startProduct } from "#tests/setup/product";
import { prepareRelease } from "~/decisions/prepare-release.server";
import { releaseDecisions } from "~/decisions/release-decisions.server";
import { paths } from "~/ui/paths";
import { crawled, everyAddress } from "./addresses";
import { bare, tellApart } from "./telling-apart";
import { ask, cookieOf, heard } from "./visiting";
import { now } from "./world";

const database = await testDatabase();
const { owner } = database;
const make = fundFactory(owner);
const reason = "nightingale, for officers";
const words = "warbler: the call has another theme.";

let product: Product;
let hers: MadeProposal;
let other: MadeProposal;
let cookie: string;
let outside: string;
let officerCookie: string;

beforeAll(async () => {
  await make.cast();
  const { call, proposals } = await decidedCall(make, "sealed", {
    hers: { outcome: "decline" },
    other: { outcome: "award" },
  });
  ({ hers, other } = proposals);
  await owner`update calls set texts = texts || ${owner.json({ ar: { ...(await textsOf(call.id)), title: "دعوة" } })} where id = ${call.id}`;
  cookie = await cookieOf(owner, hers.lead);
  outside = await cookieOf(owner, other.lead);
  officerCookie = await cookieOf(owner, actorOf("officer", "programme_officer").person ?? "");
  product = await startProduct({ database, now });
}, 120_000);

const textsOf = async (call: string) =>
  (await owner`select texts -> 'en' as texts from calls where id = ${call}`)[0]?.texts;

/** The same proposal as it would be had officers turned it away: no packet, no review, no decision. */
async function turnAway() {
  const { id } = hers;
  const reviews = owner`select id from assignments where proposal_id = ${id}`;
  for (const table of ["scores", "score_history", "reviews"])
    await owner`delete from ${owner(table)} where assignment_id in (${reviews})`;
  for (const table of ["assignments", "packets", "decisions", "recommendations"])
    await owner`delete from ${owner(table)} where proposal_id = ${id}`;
  await owner`update proposals set state = 'ineligible' where id = ${id}`;
  await owner`insert into eligibility_decisions (proposal_id, outcome, reason, to_applicant, decided_by, decided_at)
    values (${id}, 'ineligible', ${reason}, ${words}, ${actorOf("officer", "programme_officer").person}, ${now})`;
}

const addresses = () =>
  everyAddress({
    slug: [hers.call.slug],
    call: [hers.call.id],
    proposal: [hers.id],
    section: ["proposal", "team"],
    question: ["title"],
    code: [hers.code],
    key: ["1:2:decision_ineligible"],
  });

/** What a form of hers is answered that changes nothing. */
async function refusals() {
  const post = { method: "POST", headers: { Cookie: cookie, Origin: product.url } };
  const form = { ...post.headers, "Content-Type": "application/x-www-form-urlencoded" };
  const tries: [string, string][] = [
    [paths.withdrawal(hers.id), "reason="],
    [paths.submission(hers.id), ""],
    [paths.proposalSection(hers.id, "proposal"), "title=Another"],
  ];
  return Promise.all(tries.map(([path, body]) => ask(product.url, path, { ...post, headers: form, body })));
}

async function seen() {
  await product.setClock(now);
  return [...(await crawled(product.url, cookie, addresses())), ...(await refusals())].map(bare);
}

/** What the database shows somebody at work as an applicant about what was found, asked without any page. */
const found = (person = hers.lead) =>
  applying.transaction(person, async (tx) => [
    ...(await tx.execute(sql`select proposal_id, to_applicant from applying.ineligibility`)),
  ]);
const decision = async (headers: Record<string, string> = {}) =>
  ask(product.url, paths.decisionLetter(hers.id), { headers: { ...headers } });

describe("before the release", () => {
  it("her pages have the same bytes, whether her proposal is in review or was turned away", async () => {
    await seen();
    const inReview = await seen();
    expect(inReview.filter(({ status }) => status === 200).length).toBeGreaterThan(40);
    expect(tellApart(inReview, await seen())).toEqual([]);
    await turnAway();
    expect(tellApart(inReview, await seen())).toEqual([]);
    expect(await found()).toEqual([]);
    await prepareRelease(actorOf("officer", "programme_officer"), hers.call.id, now);
    expect(tellApart(inReview, await seen())).toEqual([]);
    expect(await found()).toEqual([]);
  }, 60_000);

  it("although an officer reads both the reason and the words", async () => {
    const page = await ask(product.url, paths.manageProposal(hers.id), { headers: { Cookie: officerCookie } });
    for (const text of [reason, words, "Sealed until release"]) expect(page.text).toContain(text);
  });
});

describe("after the release", () => {
  beforeAll(async () => {
    await releaseDecisions(actorOf("secondOfficer", "programme_officer"), hers.call.id, now, now);
  });

  it.each([
    ["en", "Not eligible", "Your proposal is not eligible in this call", "The call and its conditions"],
    ["ar", "غير مؤهَّل", "مقترحك غير مؤهَّل لهذه الدعوة", "الدعوة وشروطها"],
  ])(
    "her list, her proposal and her decision say so in %s, with the words for her",
    async (locale, badge, title, link) => {
      const headers = { Cookie: `${cookie}; locale=${locale}` };
      const list = await ask(product.url, paths.apply(), { headers });
      expect(list.text).toContain(badge);
      const desk = await ask(product.url, paths.proposal(hers.id), { headers });
      expect(desk.text).toContain(badge);
      expect(desk.text).toContain(`href="${paths.decisionLetter(hers.id)}"`);
      expect(desk.text).not.toContain(`href="${paths.withdrawal(hers.id)}"`);
      const { status, text } = await decision(headers);
      expect(status).toBe(200);
      for (const told of [title, words, link, `href="${paths.call(hers.call.slug)}"`]) expect(text).toContain(told);
      expect(text).not.toContain("apply.decision");
    },
  );

  it("nothing of hers holds the reason of the officers", async () => {
    const answers = await crawled(product.url, cookie, addresses());
    expect(answers.some(({ text }) => text.includes(words))).toBe(true);
    expect(answers.flatMap((answer) => heard("nightingale", answer))).toEqual([]);
    expect(await found()).toEqual([{ proposal_id: hers.id, to_applicant: words }]);
  }, 60_000);

  it("and nobody else's page holds the words, nor anybody else's view", async () => {
    expect(await found(other.lead)).toEqual([]);
    const { status } = await decision({ Cookie: outside });
    expect(status).toBe(404);
    const answers = await crawled(product.url, outside, addresses());
    expect(answers.flatMap((answer) => heard("warbler", answer))).toEqual([]);
  }, 60_000);

  it("an officer reads that it was told, and is offered no way back", async () => {
    const ask_ = (path: string) => ask(product.url, path, { headers: { Cookie: officerCookie } });
    const page = await ask_(paths.manageProposal(hers.id));
    expect(page.text).toContain("Released");
    expect(page.text).not.toContain(`href="${paths.eligibility(hers.id)}"`);
    expect((await ask_(paths.eligibility(hers.id))).text).not.toContain('name="outcome"');
  });
});
