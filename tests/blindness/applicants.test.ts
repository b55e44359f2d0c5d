import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type Product, startProduct } from "#tests/setup/product";
import { announceGrantees } from "~/decisions/announce-grantees.server";
import { prepareRelease } from "~/decisions/prepare-release.server";
import { releaseDecisions } from "~/decisions/release-decisions.server";
import { writeLetters } from "~/notifications/write-letters.server";
import { crawled, everyAddress, type Tries } from "./addresses";
import { type Answer, ask, cookieOf, heard, personAt } from "./visiting";
import { applicantBird, now, officerActor, reviewerBird, worldWithCanaries } from "./world";

const { database, owner } = await worldWithCanaries();
const amountMinor = 12_345_700;
const amount = /123[,.\s]?457|12345700/;
/** Told to nobody outside the fund, whenever. */
const neverTold = ["name", "group", "reason", "advice", "dissent"].map((field) => reviewerBird + field);
const comment = `${reviewerBird}comment`;

let product: Product;
let cookie: string;
let call: string;
let own: string;
let tries: Tries;
let title: string;

beforeAll(async () => {
  const applicant = await personAt(owner, "amina.applicant@university.example");
  const [scored] = await owner<{ id: string; call_id: string; title: string }[]>`
    select proposals.id, proposals.call_id, title from proposals join proposal_members on proposal_id = proposals.id
    where person = ${applicant} and state = 'in_review'`;
  own = scored?.id ?? "";
  call = scored?.call_id ?? "";
  title = scored?.title ?? "";
  await decideEverything();
  tries = {
    slug: (await owner<{ slug: string }[]>`select slug from calls`).map(({ slug }) => slug),
    proposal: (
      await owner<{ id: string }[]>`select proposal_id as id from proposal_members where person = ${applicant}`
    ).map(({ id }) => id),
    section: ["the_team", "the_host", "the_proposal"],
    call: [call],
    code: (await owner<{ code: string }[]>`select code from packets where proposal_id = ${own}`).map(
      ({ code }) => code,
    ),
    question: ["annex"],
    key: (
      await owner<{ key: string }[]>`select key from notifications.letters where recipient = ${applicant} limit 2`
    ).map(({ key }) => key),
  };
  cookie = await cookieOf(owner, applicant);
  product = await startProduct({ database, now });
}, 120_000);

/** Scored, advised on and resolved, with a word of its own in every text, and all of it still sealed. */
async function decideEverything() {
  const officer = await personAt(owner, "olivia.officer@fund.example");
  const inReview = owner`select id from proposals where call_id = ${call} and state = 'in_review'`;
  await owner`update assignments set state = 'locked' where call_id = ${call} and state = 'assigned'`;
  await owner`insert into reviews (assignment_id) select id from assignments where call_id = ${call} on conflict do nothing`;
  await owner`update reviews set locked_at = ${now}, saved_at = ${now}, to_advisory_group = ${`${reviewerBird}group`},
      to_applicant = ${comment} where assignment_id in (select id from assignments where call_id = ${call})`;
  await owner`insert into recommendations (proposal_id, outcome, reason, dissent, recorded_by, recorded_at)
    select id, 'award', ${`${reviewerBird}advice`}, ${`${reviewerBird}dissent`}, ${officer}, ${now} from proposals where id in (${inReview})`;
  await owner`insert into decisions (proposal_id, call_id, outcome, amount_minor, reason, decided_by, decided_at)
    select id, call_id, case when id = ${own} then 'award' else 'decline' end, case when id = ${own} then ${amountMinor}::bigint end,
      ${`${reviewerBird}reason`}, ${officer}, ${now} from proposals where id in (${inReview})`;
}

const everything = () => crawled(product.url, cookie, everyAddress(tries));
const all = (answers: Answer[], birds: string[]) =>
  answers.flatMap((answer) => birds.flatMap((bird) => heard(bird, answer)));
const outside = async () => {
  const addresses = [
    "/",
    "/calls",
    ...(tries.slug ?? []).map((slug) => `/calls/${slug}`),
    "/grantees",
    "/open-data/360giving.json",
  ];
  return crawled(product.url, "", addresses);
};
const withAmount = (answers: Answer[]) => answers.filter(({ text }) => amount.test(text)).map(({ asked }) => asked);

it("an officer sees all of it, so that it could be told", async () => {
  const officer = await cookieOf(owner, await personAt(owner, "olivia.officer@fund.example"));
  const pages = await Promise.all(
    ["", "/decision", "/recommendation", "/assignments"].map((page) =>
      ask(product.url, `/manage/proposals/${own}${page}`, { headers: { Cookie: officer } }),
    ),
  );
  const text = pages.map((page) => page.text).join("\n");
  for (const field of ["name", "reason", "advice"])
    expect([field, text.includes(reviewerBird + field)]).toEqual([field, true]);
  expect(text).toMatch(amount);
});

describe("before the release", () => {
  it("an applicant's pages hold no reviewer, no comment, no amount and no outcome", async () => {
    const answers = await everything();
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(80);
    expect(answers.find(({ asked }) => asked === `GET /apply/${own}/decision`)?.status).toBe(404);
    expect(all(answers, [reviewerBird])).toEqual([]);
    expect(withAmount(answers)).toEqual([]);
  }, 60_000);

  it("the public reads none of it either", async () => {
    const answers = await outside();
    expect(all(answers, [reviewerBird])).toEqual([]);
    expect(answers.filter(({ text }) => text.includes(title))).toEqual([]);
    expect(withAmount(answers)).toEqual([]);
  });
});

describe("after the release", () => {
  it("she reads outcome, amount and comments, and still no reviewer and no word of the fund's own", async () => {
    const [one, two] = ["olivia.officer@fund.example", "samuel.officer@fund.example"];
    await owner`delete from conflicts where person in (select ref from identity.persons where email in ${owner([one, two])})`;
    await owner`update proposals set state = 'ineligible' where call_id = ${call} and state in ('submitted', 'eligible')`;
    await prepareRelease(officerActor(await personAt(owner, one)), call, now);
    await releaseDecisions(officerActor(await personAt(owner, two)), call, now, now);
    const answers = await everything();
    const told = answers.find(({ asked }) => asked === `GET /apply/${own}/decision`);
    expect(told?.status).toBe(200);
    expect(told?.text).toContain(comment);
    expect(told?.text).toMatch(amount);
    expect(all(answers, neverTold)).toEqual([]);
  }, 60_000);

  it("her letter says the same and no more", async () => {
    await writeLetters("https://fund.example", now);
    const letters =
      await owner`select subject, html, body_text from notifications.letters where template like 'decision%' and data ->> 'proposal' = ${own}`;
    expect(letters).toHaveLength(1);
    expect(letters[0]?.html).toContain(comment);
    const bytes = Buffer.from(JSON.stringify(letters));
    expect(all([{ asked: "letter", status: 0, headers: "", bytes, text: "" }], neverTold)).toEqual([]);
  });

  it("the public reads none of it before the announcement, and then who was awarded what", async () => {
    const before = await outside();
    expect(before.filter(({ text }) => text.includes(title) || text.includes(`${applicantBird}host`))).toEqual([]);
    expect(withAmount(before)).toEqual([]);
    await announceGrantees(officerActor(await personAt(owner, "olivia.officer@fund.example")), call, now);
    const after = await outside();
    const published = after.filter(({ text }) => text.includes(`${applicantBird}host`)).map(({ asked }) => asked);
    expect(published).toContain("GET /grantees");
    expect(published).toContain("GET /open-data/360giving.json");
    expect(all(after, [reviewerBird])).toEqual([]);
  });
});

it("nobody reads another's decision, comments or receipt", async () => {
  const [stranger] = await owner<
    { id: string }[]
  >`insert into access.people (id, created_at) values (${randomUUID()}, ${now}) returning id`;
  const other = await cookieOf(owner, stranger?.id ?? "");
  for (const page of [
    "",
    "/decision",
    "/receipt",
    "/submission",
    "/withdrawal",
    "/discard",
    "/as-reviewers-see-it",
    "/sections/the_team",
    "/files/annex",
  ]) {
    const answer = await ask(product.url, `/apply/${own}${page}`, { headers: { Cookie: other } });
    expect([page, answer.status]).toEqual([page, 404]);
  }
});
