import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { pdfWith } from "#tests/setup/pdf";
import { type Product, startProduct } from "#tests/setup/product";
import { environment } from "~/http/environment.server";
import { crawled, everyAddress, type Tries } from "./addresses";
import { type Bare, bare, tellApart } from "./telling-apart";
import { ask, cookieOf, personAt } from "./visiting";
import { now, worldWithCanaries } from "./world";

const { database, owner } = await worldWithCanaries();
let product: Product;
beforeAll(async () => {
  product = await startProduct({ database, now });
}, 120_000);

async function seen(cookie: string, addresses: string[]) {
  await product.setClock(now);
  return (await crawled(product.url, cookie, addresses)).map(bare);
}

const list = (rows: readonly { v: string }[]) => rows.map(({ v }) => v);

/** Other names, addresses, places, sectors, languages and files, of other lengths; the same packets and conflicts. */
async function otherPeople() {
  const applies = owner`select person from proposal_members`;
  await owner`update identity.persons set name = 'X' || left(md5(ref::text), 3), email = md5(ref::text) || '@other-and-longer.example', country = 'ZZ'
    where ref in (${applies})`;
  await owner`update identity.institutions set name = 'Y' || md5(id::text) || md5(name), ror = null, country = 'ZZ', sector = 'other'`;
  await owner`update identity.answers set text = repeat('another answer ', 1 + length(question))`;
  await owner`update identity.versions set answers = '{}'`;
  await owner`update identity.hosts set name = 'Z', normalised_name = 'z', ror = null, country = 'ZZ', sector = 'other'`;
  await owner`update identity.document_names set name = 'w.pdf'`;
  await owner`update access.people set locale = 'ar' where hats = '{}'`;
  await owner`update proposals set title = 'Another title than the frozen one', submitted_at = submitted_at - interval '3 hours',
    requested_minor = requested_minor + 1 where state = 'in_review'`;
  const other = await pdfWith("Another original, much shorter");
  for (const { key } of await owner<{ key: string }[]>`select storage_key as key from documents`)
    await writeFile(join(environment().dataDir, "uploads", key), other);
}

/** What the fund and the other reviewers did with every proposal in review, still sealed. */
async function otherResults(except: string) {
  const officer = await personAt(owner, "olivia.officer@fund.example");
  const inReview = owner`select proposals.id from proposals join calls on calls.id = call_id where proposals.state = 'in_review'`;
  await owner`update scores set value = 1 + (value % 6) where value is not null and assignment_id in (select id from assignments
    where reviewer <> ${except} and proposal_id in (${inReview}))`;
  await owner`update reviews set to_applicant = to_applicant || ' and more', to_advisory_group = 'quite different'
    where assignment_id in (select id from assignments where reviewer <> ${except} and proposal_id in (${inReview}))`;
  await owner`update assignments set state = 'locked' where state = 'assigned' and reviewer <> ${except} and proposal_id in (${inReview})`;
  await owner`insert into assignments (id, call_id, packet_id, proposal_id, reviewer, pseudonym, salt, state, due_at, assigned_at, assigned_by)
    select gen_random_uuid(), packets.call_id, packets.id, proposal_id, ${await newReviewer()}, 'Z', 'salt', 'assigned', ${now}, ${now}, ${officer}
    from packets where proposal_id in (${inReview})`;
  await owner`insert into recommendations (proposal_id, outcome, reason, recorded_by, recorded_at)
    select id, 'reserve', 'because', ${officer}, ${now} from proposals where id in (${inReview})`;
  await owner`insert into decisions (proposal_id, call_id, outcome, amount_minor, decided_by, decided_at)
    select id, call_id, 'award', 7700000, ${officer}, ${now} from proposals where id in (${inReview})`;
}

async function prepared() {
  const officer = await personAt(owner, "olivia.officer@fund.example");
  await owner`insert into releases (call_id, prepared_by, prepared_at)
    select distinct call_id, ${officer}::uuid, ${now}::timestamptz from proposals where state = 'in_review'`;
}

async function newReviewer() {
  const id = randomUUID();
  await owner`insert into access.people (id, hats, created_at) values (${id}, '{reviewer}', ${now})`;
  return id;
}

describe("two worlds that differ only in what is hidden give the same bytes", () => {
  let reviewer: { cookie: string; addresses: string[]; before: Bare[] };
  let applicant: typeof reviewer;
  let visitor: typeof reviewer;
  let rosa: string;

  beforeAll(async () => {
    rosa = await personAt(owner, "rosa.reviewer@advisory.example");
    const amina = await personAt(owner, "amina.applicant@university.example");
    const strangers = list(
      await owner`select id as v from proposals where state = 'in_review' and id not in
      (select proposal_id from proposal_members where person = ${amina}) limit 1`,
    );
    const common = {
      slug: list(await owner`select slug as v from calls order by slug`),
      call: list(await owner`select id as v from calls order by id`),
      section: ["the_team", "the_proposal"],
      question: ["annex"],
      key: ["1:2:assignment"],
    };
    const codes = list(
      await owner`select code as v from packets join assignments on packet_id = packets.id where reviewer = ${rosa} order by code limit 12`,
    );
    const others = list(
      await owner`select code as v from packets where id not in (select packet_id from assignments where reviewer = ${rosa}) order by code limit 1`,
    );
    const own = list(
      await owner`select proposal_id as v from proposal_members where person = ${amina} order by proposal_id`,
    );
    const parties: [string, Tries][] = [
      [await cookieOf(owner, rosa), { ...common, code: [...codes, ...others], proposal: strangers }],
      [await cookieOf(owner, amina), { ...common, code: others, proposal: [...own, ...strangers] }],
      ["", { ...common, code: others, proposal: strangers }],
    ];
    const [first, second, third] = parties.map(([cookie, tries]) => ({ cookie, addresses: everyAddress(tries) }));
    // Files are looked into once, however long a busy machine takes for that; from then on a page says what was found.
    for (const preview of (second?.addresses ?? []).filter((address) => address.endsWith("/as-reviewers-see-it"))) {
      const look = async () => {
        const { text } = await ask(product.url, preview, { headers: { cookie: second?.cookie ?? "" } });
        expect(text).not.toContain("Look again");
      };
      await vi.waitFor(look, { timeout: 60_000 });
    }
    // Twice, so that what is only read once (a session that is lengthened) is over.
    const look = async (party: typeof first) =>
      ({ ...party, before: await seen(party?.cookie ?? "", party?.addresses ?? []) }) as typeof reviewer;
    reviewer = await look(first);
    applicant = await look(second);
    visitor = await look(third);
  }, 120_000);

  it("the same world twice, to begin with", async () => {
    expect(reviewer.before.filter(({ status }) => status === 200).length).toBeGreaterThan(80);
    expect(applicant.before.filter(({ status }) => status === 200).length).toBeGreaterThan(80);
    expect(tellApart(reviewer.before, await seen(reviewer.cookie, reviewer.addresses))).toEqual([]);
    expect(tellApart(applicant.before, await seen(applicant.cookie, applicant.addresses))).toEqual([]);
  }, 60_000);

  it("to an applicant, a reviewer and the public, whatever was scored, advised and decided before the release", async () => {
    await otherResults(rosa);
    expect(tellApart(applicant.before, await seen(applicant.cookie, applicant.addresses))).toEqual([]);
    expect(tellApart(reviewer.before, await seen(reviewer.cookie, reviewer.addresses))).toEqual([]);
    expect(tellApart(visitor.before, await seen(visitor.cookie, visitor.addresses))).toEqual([]);
  }, 90_000);

  it("to an applicant and the public once a release is prepared, and to a reviewer whatever it will tell", async () => {
    await prepared();
    expect(tellApart(applicant.before, await seen(applicant.cookie, applicant.addresses))).toEqual([]);
    expect(tellApart(visitor.before, await seen(visitor.cookie, visitor.addresses))).toEqual([]);
    // Reviews are closed from now on, and that is all she learns.
    reviewer.before = await seen(reviewer.cookie, reviewer.addresses);
    await owner`update decisions set outcome = 'decline', amount_minor = null where proposal_id in
      (select id from proposals where state = 'in_review')`;
    expect(tellApart(reviewer.before, await seen(reviewer.cookie, reviewer.addresses))).toEqual([]);
  }, 90_000);

  it("to a reviewer and the public, whoever applies, from wherever, in whatever language and file", async () => {
    await otherPeople();
    expect(tellApart(reviewer.before, await seen(reviewer.cookie, reviewer.addresses))).toEqual([]);
    expect(tellApart(visitor.before, await seen(visitor.cookie, visitor.addresses))).toEqual([]);
  }, 90_000);

  it("and the worlds do differ where they may be seen", async () => {
    expect(tellApart(applicant.before, await seen(applicant.cookie, applicant.addresses)).length).toBeGreaterThan(0);
    await owner`update releases set released_by = ${randomUUID()}, released_at = ${now} where released_at is null`;
    const after = await seen(applicant.cookie, applicant.addresses);
    const told = after.filter(
      ({ status, asked }, index) =>
        status === 200 && applicant.before[index]?.status === 404 && asked.endsWith("/decision"),
    );
    expect(new Set(told.map(({ asked }) => asked)).size).toBe(1);
  }, 60_000);
});
