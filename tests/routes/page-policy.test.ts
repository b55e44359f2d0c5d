import { beforeAll, expect, it } from "vitest";
import { loadDemo } from "#db/seed/load-demo.server";
import { crawled, everyAddress } from "#tests/blindness/addresses";
import { type Answer, ask, cookieOf, personAt } from "#tests/blindness/visiting";
import { testDatabase } from "#tests/setup/database";
import { type Product, startProduct } from "#tests/setup/product";

const database = await testDatabase();
const { owner } = database;
const now = new Date("2021-11-23T10:00:00Z");
let product: Product;
let pages: Answer[];

beforeAll(async () => {
  await loadDemo(owner, { now, seed: "policy" });
  product = await startProduct({ database, now });
  const first = async (rows: PromiseLike<readonly { v: string }[]>) => (await rows).map(({ v }) => v).slice(0, 2);
  const amina = await personAt(owner, "amina.applicant@university.example");
  const rosa = await personAt(owner, "rosa.reviewer@advisory.example");
  const olivia = await personAt(owner, "olivia.officer@fund.example");
  const common = {
    slug: await first(owner`select slug as v from calls`),
    call: await first(owner`select id as v from calls`),
    section: ["the_proposal", "the_team"],
    question: ["annex"],
  };
  const key = await first(owner`select key as v from notifications.letters where html is not null`);
  const code = await first(
    owner`select code as v from packets join assignments on packet_id = packets.id where reviewer = ${rosa} and assignments.state = 'assigned'`,
  );
  const own = await first(owner`select proposal_id as v from proposal_members where person = ${amina}`);
  const reviewed = await first(owner`select id as v from proposals where state = 'in_review'`);
  pages = [
    ...(await crawled(
      product.url,
      await cookieOf(owner, amina),
      everyAddress({ ...common, proposal: own, code: [], key: [] }),
    )),
    ...(await crawled(
      product.url,
      await cookieOf(owner, rosa),
      everyAddress({ ...common, proposal: [], code, key: [] }),
    )),
    ...(await crawled(
      product.url,
      await cookieOf(owner, olivia),
      everyAddress({ ...common, proposal: reviewed, code: [], key }),
    )),
  ].filter(({ headers }) => /content-type: text\/html/.test(headers));
}, 180_000);

it("every page keeps its own policy: no script without its nonce, no handler or style in a tag", () => {
  expect(pages.filter(({ status }) => status === 200).length).toBeGreaterThan(100);
  for (const { asked, headers, text } of pages) {
    const nonce = /'nonce-([^']+)'/.exec(headers)?.[1];
    const scripts = [...text.matchAll(/<script\b([^>]*)>/g)].map(([, attributes = ""]) => attributes);
    for (const attributes of scripts) expect([asked, attributes.includes(`nonce="${nonce}"`)]).toEqual([asked, true]);
    // A letter as it was sent has its styles in its tags and a policy of its own.
    if (asked.includes("/as-sent")) continue;
    expect([asked, /<[a-z]+\b[^>]*\s(on[a-z]+|style)=/i.exec(text)?.[0]]).toEqual([asked, undefined]);
    expect([asked, /javascript:|<iframe(?![^>]*sandbox)|<base\b|<object|<embed/i.exec(text)?.[0]]).toEqual([
      asked,
      undefined,
    ]);
  }
});

it("a letter shown as it was sent can run nothing and reach nobody", () => {
  const shown = pages.filter(({ asked, status }) => asked.includes("/as-sent") && status === 200);
  expect(shown.length).toBeGreaterThan(0);
  for (const { headers } of shown) {
    const policy = /content-security-policy: (.*)/.exec(headers)?.[1] ?? "";
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).not.toMatch(/script-src (?!'none')/);
  }
});

it("every private page is kept by no cache", () => {
  for (const { asked, headers } of pages)
    expect([asked, headers]).toEqual([
      asked,
      expect.stringMatching(/cache-control: private, no-store|cache-control: no-store, private/),
    ]);
});

it("the lazy manifest answers a few paths and refuses many or long ones", async () => {
  const asking = (count: number, length = 1) =>
    `/__manifest?version=x&${Array.from({ length: count }, (_, index) => `p=/${"a".repeat(length)}${index}`).join("&")}`;
  expect((await ask(product.url, asking(16))).status).toBeLessThan(300);
  expect((await ask(product.url, asking(17))).status).toBe(414);
  expect((await ask(product.url, asking(2, 1100))).status).toBe(414);
});

it("deeply nested JSON is neither followed nor repeated", async () => {
  const deep = `${"[".repeat(100_000)}"kanarek"${"]".repeat(100_000)}`;
  const cookie = await cookieOf(owner, await personAt(owner, "amina.applicant@university.example"));
  const [own] = await owner<
    { v: string }[]
  >`select proposal_id as v from proposal_members join proposals on id = proposal_id
    where person = ${await personAt(owner, "amina.applicant@university.example")} and state = 'draft' limit 1`;
  for (const body of [
    deep,
    `{"question":"title","baseVersion":0,"text":${deep}}`,
    `{"__proto__":{"text":"x"},"question":${deep}}`,
  ]) {
    for (const path of [`/apply/${own?.v}/answers`, `/apply/${own?.v}/answers.data`]) {
      const began = performance.now();
      const answer = await ask(product.url, path, {
        method: "POST",
        body,
        headers: { Cookie: cookie, "Content-Type": "application/json" },
      });
      expect([path, answer.status]).toEqual([path, 422]);
      expect(answer.bytes.length).toBeLessThan(2000);
      expect(answer.text).not.toContain("kanarek");
      expect(performance.now() - began).toBeLessThan(2000);
    }
  }
});
