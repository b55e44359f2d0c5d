import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type Product, startProduct } from "#tests/setup/product";
import { assignReviewer } from "~/assignments/assign-reviewer.server";
import { remindReviewers } from "~/assignments/remind-reviewers.server";
import { freezePacket } from "~/eligibility/freeze-packet.server";
import { writeLetters } from "~/notifications/write-letters.server";
import { crawled, everyAddress, type Tries, wrongForms } from "./addresses";
import { type Answer, ask, cookieOf, heard, personAt } from "./visiting";
import { applicantBird, applicantPlaces, now, officerActor, worldWithCanaries } from "./world";

const { database, owner } = await worldWithCanaries();
let product: Product;
let officer: string;
let reviewer: string;
let officerCookie: string;
let tries: Tries;
/** Frozen by the real use case from careless answers, with its file cleared by the real pipeline. */
let careless: { proposal: string; code: string };

async function carelessProposal() {
  const [found] = await owner<{ id: string }[]>`select proposals.id from proposals join calls on calls.id = call_id
    where proposals.state = 'eligible' and calls.closes_at < ${now} limit 1`;
  const proposal = found?.id ?? "";
  const [host] = await owner<{ name: string }[]>`select name from identity.hosts where proposal_id = ${proposal}`;
  await owner`update proposal_versions set blind = jsonb_set(blind, '{summary}', to_jsonb('We at ' || ${host?.name ?? ""} || ' study this.'))
    where proposal_id = ${proposal}`;
  const [version] = await owner<
    { documents: { document: string }[] }[]
  >`select documents from proposal_versions where proposal_id = ${proposal}`;
  const terms = await owner<
    { words: string }[]
  >`select blind ->> 'summary' as words from proposal_versions where proposal_id = ${proposal}`;
  expect(terms[0]?.words).toContain(applicantBird);
  const { code } = await freezePacket(
    officerActor(officer),
    proposal,
    {
      redact: [host?.name ?? "", "our previous study"],
      accept: [],
      acceptInFile: [],
      leaveOut: [],
      picturesSeen: ["annex"],
      notesSeen: [],
    },
    now,
  );
  await assignReviewer(
    officerActor(officer),
    { proposal, reviewer, dueAt: new Date(now.getTime() + 9 * 86_400_000) },
    now,
  );
  return { proposal, code, documents: version?.documents.length ?? 0 };
}

beforeAll(async () => {
  officer = await personAt(owner, "olivia.officer@fund.example");
  reviewer = await personAt(owner, "rosa.reviewer@advisory.example");
  careless = await carelessProposal();
  const list = (rows: { v: string }[]) => rows.map(({ v }) => v);
  tries = {
    slug: list(await owner`select slug as v from calls`),
    call: [...list(await owner`select id as v from calls`), "not-a-call"],
    code: [
      ...list(
        await owner`select code as v from packets join assignments on packet_id = packets.id where reviewer = ${reviewer} limit 12`,
      ),
      careless.code,
      ...list(
        await owner`select code as v from packets where id not in (select packet_id from assignments where reviewer = ${reviewer}) limit 2`,
      ),
      "NOTACODE",
    ],
    proposal: [
      careless.proposal,
      ...list(await owner`select id as v from proposals where state = 'draft' limit 1`),
      randomUUID(),
      "1",
    ],
    section: ["the_team", "the_host", "the_proposal"],
    question: ["annex", "cv", "host_institution"],
    key: [
      ...list(await owner`select key as v from notifications.letters where recipient = ${reviewer} limit 1`),
      ...list(await owner`select key as v from notifications.letters where template = 'submission_receipt' limit 1`),
    ],
  };
  officerCookie = await cookieOf(owner, officer);
  product = await startProduct({ database, now });
}, 120_000);

const crawl = (cookie: string, addresses: string[]) => crawled(product.url, cookie, addresses);

async function offend(cookie: string, addresses: string[]): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const address of addresses.filter((path) => path !== "/sign-out")) {
    for (const { headers, body } of wrongForms) {
      for (const path of [address, `${address === "/" ? "/_root" : address}.data`]) {
        answers.push(await ask(product.url, path, { method: "POST", body, headers: { ...headers, Cookie: cookie } }));
      }
    }
    answers.push(await ask(product.url, address, { method: "DELETE", headers: { Cookie: cookie } }));
  }
  return answers;
}

const birds = [applicantBird, ...applicantPlaces];
const silent = (answers: Answer[]) =>
  expect(answers.flatMap((answer) => birds.flatMap((bird) => heard(bird, answer)))).toEqual([]);

describe("the canaries can sing", () => {
  const visible = async (cookie: string, paths: string[]) => {
    const answers = await Promise.all(paths.map((path) => ask(product.url, path, { headers: { Cookie: cookie } })));
    return answers.map(({ text }) => text).join("\n");
  };

  it("on the officer's pages: names and addresses, host and country, and the whole identity part", async () => {
    const pages = await visible(officerCookie, [
      `/manage/proposals/${careless.proposal}`,
      ...(tries.slug ?? []).map((slug) => `/manage/calls/${slug}/proposals`),
      "/manage/letters",
      `/manage/letters/${encodeURIComponent(tries.key?.at(-1) ?? "")}`,
      "/manage/letters.data",
    ]);
    const planted = [
      "name",
      "mail",
      "domain",
      "host",
      "orcid",
      "principalinvestigator",
      "trackrecord",
      "safeguardinglead",
      "ethicsbody",
    ];
    expect(pages.toLowerCase()).toContain(applicantPlaces[0]);
    expect(planted.filter((field) => !pages.includes(applicantBird + field))).toEqual([]);
  });

  it("on the applicant's pages: answers of the identity part, and what her file was called", async () => {
    const [own] = await owner<{ proposal: string; person: string }[]>`
      select documents.proposal_id as proposal, person from documents join proposal_members members on members.proposal_id = documents.proposal_id
      join identity.answers partners on partners.proposal_id = members.proposal_id and partners.question = 'partners'
      join identity.answers others on others.proposal_id = members.proposal_id and others.question = 'co_investigators'
      where role = 'principal_investigator' and documents.state <> 'removed' limit 1`;
    const cookie = await cookieOf(owner, own?.person ?? "");
    const sections = ["the_host", "the_team", "the_research"].map(
      (section) => `/apply/${own?.proposal}/sections/${section}`,
    );
    const pages = await visible(cookie, sections);
    for (const field of ["file", "hostinstitution", "coinvestigators", "partners", "orcid"])
      expect([field, pages.includes(applicantBird + field)]).toEqual([field, true]);
  });

  it("in the file the applicant sent: in its properties, its text, and its packed streams", async () => {
    const [own] = await owner<
      { id: string; person: string }[]
    >`select id, person from documents join proposal_members using (proposal_id)
      where role = 'principal_investigator' and documents.state <> 'removed' limit 1`;
    const file = await ask(product.url, `/documents/${own?.id}`, {
      headers: { Cookie: await cookieOf(owner, own?.person ?? "") },
    });
    expect(file.status).toBe(200);
    expect(heard(applicantBird, file).length).toBeGreaterThan(2);
  });

  it("in the database, where no page shows them: host, ROR, country of the person, language of the account", async () => {
    const [row] =
      await owner`select (select count(*)::int from identity.hosts where ror like ${`%${applicantBird}hostror%`}) as rors,
      (select count(*)::int from identity.hosts where name like ${`${applicantBird}host%`}) as hosts,
      (select count(*)::int from identity.persons where country like ${`${applicantBird}land%`}) as countries,
      (select count(*)::int from access.people where locale = ${`${applicantBird}locale`}) as locales`;
    for (const count of Object.values(row ?? {})) expect(count).toBeGreaterThan(20);
  });
});

describe("and no reviewer hears one", () => {
  it("assigned: on no address, in no data, header, error or file", async () => {
    const cookie = await cookieOf(owner, reviewer);
    const answers = await crawl(cookie, everyAddress(tries));
    const seen = (path: string) => answers.find(({ asked }) => asked === `GET ${path}`);
    expect(seen("/review")?.status).toBe(200);
    expect(seen(`/review/packets/${careless.code}`)?.text).toContain("█████");
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(100);
    expect(answers.filter(({ status }) => status === 500).map(({ asked }) => asked)).toEqual([]);
    silent(answers);
  }, 120_000);

  it("assigned: in no cleared file, looked at as bytes and as unpacked streams", async () => {
    const cookie = await cookieOf(owner, reviewer);
    const files = await owner<{ code: string }[]>`select code from packets join assignments on packet_id = packets.id
      where reviewer = ${reviewer} and jsonb_array_length(documents) > 0 and assignments.state in ('assigned', 'locked')`;
    expect(files.length).toBeGreaterThan(0);
    const answers = await Promise.all(
      files.map(({ code }) =>
        ask(product.url, `/review/packets/${code}/documents/annex`, { headers: { Cookie: cookie } }),
      ),
    );
    for (const { status, bytes, headers } of answers) {
      expect([status, bytes.subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
      expect(headers).toMatch(/content-disposition: attachment; filename="[A-Za-z0-9-]+\.pdf"/);
    }
    silent(answers);
  });

  it("assigned: in no answer to a form posted wrongly", async () => {
    const answers = await offend(
      await cookieOf(owner, reviewer),
      everyAddress({ ...tries, slug: tries.slug?.slice(0, 2) ?? [] }),
    );
    expect(answers.length).toBeGreaterThan(300);
    expect(answers.filter(({ status }) => status === 500).map(({ asked }) => asked)).toEqual([]);
    silent(answers);
  }, 180_000);

  it.each([
    ["in conflict", "kenji.reviewer@university.example"],
    ["with two hats", "tomas.twohats@network.example"],
  ])(
    "%s: on no page of reviewers, officers, the public or other applicants",
    async (_who, email) => {
      const cookie = await cookieOf(owner, await personAt(owner, email));
      silent(await crawl(cookie, everyAddress(tries)));
    },
    120_000,
  );

  it("of no call: on no page, and her queue is empty", async () => {
    const [someone] = await owner<{ id: string }[]>`insert into access.people (id, hats, created_at)
      values (${randomUUID()}, '{reviewer}', ${now}) returning id`;
    const cookie = await cookieOf(owner, someone?.id ?? "");
    const answers = await crawl(cookie, everyAddress(tries));
    silent(answers);
    for (const { asked, status } of answers.filter(
      (one) => /\/review\/packets\/(?!.*scores)/.test(one.asked) && !one.asked.includes(".data"),
    ))
      expect([asked, status]).toEqual([asked, 404]);
  }, 120_000);

  it("nor a visitor who is nobody", async () => {
    silent(await crawl("", everyAddress(tries)));
  }, 120_000);

  it("in a letter: assignment, reminder, invitation", async () => {
    const [call] = await owner<{ call_id: string }[]>`select call_id from proposals where id = ${careless.proposal}`;
    await remindReviewers(officerActor(officer), call?.call_id ?? "", now);
    await writeLetters("https://fund.example", now);
    const letters =
      await owner`select letters.* from notifications.letters join access.people on people.id = recipient where 'reviewer' = any (hats)
      and template in ('assignment', 'reminder', 'reviewing_ended', 'invitation_reviewer')`;
    expect(letters.filter(({ html }) => html !== null).length).toBeGreaterThan(1);
    for (const letter of letters)
      silent([{ asked: letter.key, status: 0, headers: "", bytes: Buffer.from(JSON.stringify(letter)), text: "" }]);
  });
});
