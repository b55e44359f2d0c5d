import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { managing } from "#db/connections/managing.server";
import { asOfficer, closesAt, managedCallFactory } from "#tests/factories/managed-call";
import { testDatabase } from "#tests/setup/database";
import { refusalOf } from "#tests/setup/refused";
import { isFreeMail } from "~/conflicts/free-mail";
import { decideEligibility } from "~/eligibility/decide-eligibility.server";
import type { PersonRef } from "~/values/person-ref";

const { owner } = await testDatabase();
const make = managedCallFactory(owner);
const afterwards = new Date(closesAt.getTime() + 86_400_000);

/** What the database shows somebody of a proposal: whether it is there, and whether she may act for the whole call. */
async function lookOf(person: PersonRef, proposal: string, call: string) {
  return managing.transaction(person, async (tx) => {
    const [row] = await tx.execute<{ seen: boolean; free: boolean }>(sql`select
      exists (select from proposals where id = ${proposal}) as seen, fund.free_of_conflicts(${call}) as free`);
    return row;
  });
}
const hidden = { seen: false, free: false };
const shown = { seen: true, free: true };

async function met(officer: Parameters<typeof make.officer>[0], applies: { host?: string; email?: string }) {
  const person = await make.officer(officer);
  const call = await make.call();
  const lead = await make.person({ email: applies.email });
  const { id } = await make.proposal(call, { lead, host: applies.host });
  return { person, proposal: id, call: call.id };
}

describe("an officer is in conflict, with nothing written down about it,", () => {
  it.each([
    ["Rift Lakes University", "RIFT LAKES  University", hidden],
    ["Université de l’Équateur – Nord", "universite de l'equateur, nord", hidden],
    ["جامعة الخرطوم", "جامعة الخرطوم", hidden],
    ["Savanna College", "\u2066Savanna\u2069 \u202dCollege", hidden],
    ["Delta Institute", "Delta\u00a0•\u2069Institute®", hidden],
    ["Rift Lakes University", "Rift Lakes University Press", shown],
  ])("with what her institution hosts: %s, %s", async (institution, host, expected) => {
    const { person, proposal, call } = await met({ institution }, { host });
    expect(await lookOf(person, proposal, call)).toEqual(expected);
  });

  it.each([
    ["o@house.example", "lead@HOUSE.example", hidden],
    ["o@cs.first.example", "lead@first.example", hidden],
    ["o@second.example", "lead@med.second.example", hidden],
    ["o@third.example", "lead@mythird.example", shown],
    ["o@fourth.example", "lead@fourth.example.net", shown],
    ["o@gmail.com", "lead@gmail.com", shown],
    ["o@yahoo.co.in", "lead@yahoo.co.in", shown],
  ])("with whose address is of her house: %s, %s", async (own, email, expected) => {
    const { person, proposal, call } = await met({ email: own }, { email });
    expect(await lookOf(person, proposal, call)).toEqual(expected);
  });

  it("by ROR id, however it is written", async () => {
    const { person, proposal, call } = await met({ institution: "One name" }, { host: "Another name" });
    await owner`update identity.institutions set ror = 'https://ror.org/05ABC12/' where name = 'One name'`;
    await owner`update identity.hosts set ror = '05abc12' where proposal_id = ${proposal}`;
    expect(await lookOf(person, proposal, call)).toEqual(hidden);
  });

  it("with where she worked within three years before it was handed in, and not longer ago", async () => {
    for (const [until, expected] of [
      ["2018-05-01", hidden],
      ["2018-01-01", shown],
    ] as const) {
      const { person, proposal, call } = await met({}, { host: `Left in ${until}` });
      const institution = randomUUID();
      await owner`insert into identity.institutions (id, name, normalised_name)
        select ${institution}, name, normalised_name from identity.hosts where proposal_id = ${proposal}`;
      await owner`insert into identity.affiliations (person, institution, until) values (${person}, ${institution}, ${until})`;
      expect(await lookOf(person, proposal, call)).toEqual(expected);
    }
  });

  it("until the tie was dismissed with a reason, and of no other kind", async () => {
    const { person, proposal, call } = await met({ institution: "Dismissed House" }, { host: "Dismissed House" });
    const dismiss = (kind: string) => owner`insert into conflicts (proposal_id, person, kind, state, found_at)
      values (${proposal}, ${person}, ${kind}, 'dismissed', ${afterwards})`;
    await dismiss("same_email_domain");
    expect(await lookOf(person, proposal, call)).toEqual(hidden);
    await dismiss("same_institution");
    expect(await lookOf(person, proposal, call)).toEqual(shown);
  });

  it("and decides nothing about it", async () => {
    const { person, proposal } = await met({ email: "o@acting.example" }, { email: "lead@acting.example" });
    const eligible = { outcome: "eligible", reason: "" } as const;
    expect(await refusalOf(decideEligibility(asOfficer(person), proposal, eligible, afterwards))).toMatchObject({
      kind: "not_found",
    });
  });
});

it("a person who does not work for the fund is compared when she is asked to review, and not at every look", async () => {
  const lead = await make.person({ email: "lead@apart.example" });
  await make.proposal(await make.call(), { lead });
  const reviewer = await make.person({ hats: ["reviewer"], email: "r@apart.example" });
  const found = await managing.transaction(reviewer, (tx) =>
    tx.execute(sql`select * from fund.conflicted_proposals()`),
  );
  expect([...found]).toEqual([]);
});

it("the database knows the providers that anybody can have an address with, as the rules do", async () => {
  const domains = [
    ..."gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com rediffmail.com aol.com".split(
      " ",
    ),
    ..."icloud.com me.com proton.me protonmail.com gmx.net gmx.de web.de orange.fr yandex.ru mail.ru zoho.com".split(
      " ",
    ),
    ..."qq.com 163.com 126.com naver.com freemail.example yahoo.co.in hotmail.fr outlook.com.br live.de".split(" "),
    ..."uni.example yahoo-labs.example live.uni.example yahoo.example yahoo.a.b.c notgmail.com gmail.com.example".split(
      " ",
    ),
  ];
  const known = await owner<{ domain: string; free: boolean }[]>`
    select domain, identity.is_free_mail(domain) as free from unnest(${domains}::text[]) as domain`;
  expect(known.map(({ domain, free }) => [domain, free])).toEqual(
    domains.map((domain) => [domain, isFreeMail(domain)]),
  );
});
