import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type Product, startProduct } from "#tests/setup/product";
import { type Answer, type Asking, ask, cookieOf, personAt } from "./visiting";
import { now, worldWithCanaries } from "./world";

const { database, owner } = await worldWithCanaries();
let product: Product;
const cookies: Record<string, string> = {};
const casts = {
  applicant: "amina.applicant@university.example",
  reviewer: "rosa.reviewer@advisory.example",
  officer: "olivia.officer@fund.example",
} as const;

beforeAll(async () => {
  for (const [who, email] of Object.entries(casts)) cookies[who] = await cookieOf(owner, await personAt(owner, email));
  product = await startProduct({ database, now });
}, 120_000);

/** An answer without its nonce, its time, and the name of what was asked for. */
function bare(asked: string, { status, headers, text }: Answer) {
  const nonce = /'nonce-([^']+)'/.exec(headers)?.[1] ?? "no nonce";
  const told = headers
    .split("\n")
    .filter((line) => !/^(date|keep-alive):/.test(line))
    .join("\n");
  return {
    status,
    whole: `${told}\n${text}`
      .replaceAll(nonce, "N")
      .replace(/fund_ends=\d+\.\d+; Path=\/; Max-Age=\d+;/, "fund_ends=E;")
      .replaceAll(encodeURIComponent(asked), "IT")
      .replaceAll(asked, "IT"),
  };
}

const form = (body: string): Asking => ({
  method: "POST",
  body,
  headers: { "Content-Type": "application/x-www-form-urlencoded" },
});
const words = form("reason=because&outcome=eligible&title=x&score-relevance=3&reviewer=x&amount=1&grace=x");

/** What exists but is not hers answers like what never was: page, data, and form. */
async function alike(who: keyof typeof casts, pathOf: (name: string) => string, hidden: string, nothing: string) {
  const path = pathOf(hidden);
  for (const way of [
    { suffix: "" },
    { suffix: ".data" },
    { suffix: "", asking: words },
    { suffix: ".data", asking: words },
  ]) {
    const told = await Promise.all(
      [hidden, nothing].map(async (name) => {
        const { headers, ...rest } = way.asking ?? {};
        const answer = await ask(product.url, pathOf(name) + way.suffix, {
          ...rest,
          headers: { ...headers, Cookie: cookies[who] ?? "" },
        });
        return bare(name, answer);
      }),
    );
    expect([path, way.suffix, told[0]?.status, told[0]?.whole]).toEqual([
      path,
      way.suffix,
      told[1]?.status,
      told[1]?.whole,
    ]);
    // Addresses that are only written to have nothing to read, and a save that cannot be read says only that.
    const onlyWrittenTo = /\/(documents|answers)$/.test(path);
    if (!onlyWrittenTo) expect([path, way.suffix, told[0]?.status]).not.toEqual([path, way.suffix, 200]);
  }
}

const one = async (rows: PromiseLike<readonly { v: string }[]>) => {
  const [row] = await rows;
  if (!row) throw new Error("The world has no such thing.");
  return row.v;
};

describe("what is not hers answers like what does not exist", () => {
  const pagesOfProposal = [
    "",
    "/sections/the_team",
    "/files/annex",
    "/as-reviewers-see-it",
    "/submission",
    "/receipt",
    "/withdrawal",
    "/discard",
    "/submitted/SORF-1",
    "/decision",
    "/documents",
    "/answers",
  ];

  it("to an applicant: another's proposal, in every state, on every page", async () => {
    const amina = await personAt(owner, casts.applicant);
    const states = await owner<{ v: string }[]>`select distinct on (state) id as v from proposals
      where id not in (select proposal_id from proposal_members where person = ${amina}) order by state, id`;
    expect(states.length).toBeGreaterThan(4);
    const nothing = randomUUID();
    for (const { v } of states)
      for (const page of pagesOfProposal) await alike("applicant", (name) => `/apply/${name}${page}`, v, nothing);
  }, 60_000);

  it("to an applicant and to a reviewer: another's file", async () => {
    for (const who of ["applicant", "reviewer"] as const) {
      const file = await one(owner`select documents.id as v from documents join proposal_members using (proposal_id)
        where person <> ${await personAt(owner, casts.applicant)} limit 1`);
      const [hidden, nothing] = await Promise.all(
        [file, randomUUID()].map(async (name) => {
          const answer = await ask(product.url, `/documents/${name}`, { headers: { Cookie: cookies[who] ?? "" } });
          return bare(name, answer);
        }),
      );
      expect(hidden).toEqual(nothing);
      expect(hidden?.status).toBe(404);
    }
  });

  it("to a reviewer: a packet she was not given, one she stepped back from, and one she is conflicted with", async () => {
    const rosa = await personAt(owner, casts.reviewer);
    const hers = owner`select packet_id from assignments where reviewer = ${rosa}`;
    const strange = await one(owner`select code as v from packets where id not in (${hers}) limit 1`);
    const [recused, conflicted] = await owner<{ id: string; code: string; proposal_id: string }[]>`
      select assignments.id, code, packets.proposal_id from packets join assignments on packet_id = packets.id
      where reviewer = ${rosa} and assignments.state = 'assigned' order by code limit 2`;
    await owner`update assignments set state = 'recused', recused_at = ${now} where id = ${recused?.id ?? ""}`;
    await owner`insert into conflicts (proposal_id, person, kind, state, found_at) values (${conflicted?.proposal_id ?? ""}, ${rosa}, 'declared', 'confirmed', ${now})`;
    for (const code of [strange, recused?.code ?? "", conflicted?.code ?? ""])
      for (const page of ["", "/lock", "/recusal", "/documents/annex"])
        await alike("reviewer", (name) => `/review/packets/${name}${page}`, code, "ABCDEFGH");
  }, 60_000);

  it("to an officer: a proposal she is conflicted with, and its letters", async () => {
    const olivia = await personAt(owner, casts.officer);
    const [letter] = await owner<{ key: string; proposal: string }[]>`
      select key, data ->> 'proposal' as proposal from notifications.letters where template = 'submission_receipt' limit 1`;
    const proposal = letter?.proposal ?? "";
    await owner`insert into conflicts (proposal_id, person, kind, state, found_at) values (${proposal}, ${olivia}, 'declared', 'confirmed', ${now})`;
    const nothing = randomUUID();
    const noLetter = (letter?.key ?? "").replace(/^\d+/, (event) => "9".repeat(event.length));
    for (const page of ["", "/eligibility", "/packet", "/assignments", "/recommendation", "/decision"])
      await alike("officer", (name) => `/manage/proposals/${name}${page}`, proposal, nothing);
    await alike("officer", (name) => `/manage/letters/${encodeURIComponent(name)}`, letter?.key ?? "", noLetter);
    await alike(
      "officer",
      (name) => `/manage/letters/${encodeURIComponent(name)}/as-sent`,
      letter?.key ?? "",
      noLetter,
    );
  }, 60_000);
});

describe("a hat that is taken off", () => {
  it.each([
    ["officer", ["/manage", "/manage/letters"]],
    ["reviewer", ["/review"]],
  ] as const)("ends every page of the %s with the next request", async (who, pages) => {
    const person = await personAt(owner, casts[who]);
    const looked = async () =>
      Promise.all(
        pages
          .flatMap((page) => [page, `${page}.data`])
          .map(async (page) => (await ask(product.url, page, { headers: { Cookie: cookies[who] ?? "" } })).status),
      );
    expect(new Set(await looked())).toEqual(new Set([200]));
    await owner`update access.people set hats = '{}' where id = ${person}`;
    expect(new Set(await looked())).toEqual(new Set([404]));
    expect((await ask(product.url, "/apply", { headers: { Cookie: cookies[who] ?? "" } })).status).toBe(200);
  });
});
