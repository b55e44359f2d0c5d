import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { applying } from "#db/connections/applying.server";
import { auditing } from "#db/connections/auditing.server";
import { finance } from "#db/connections/finance.server";
import { managing } from "#db/connections/managing.server";
import { reviewing } from "#db/connections/reviewing.server";
import { visiting } from "#db/connections/visiting.server";
import type { PersonRef } from "~/values/person-ref";
import { personAt } from "./visiting";
import { now, worldWithCanaries } from "./world";

const { owner } = await worldWithCanaries();
type Side = typeof applying;
const people: Record<string, PersonRef> = {};

beforeAll(async () => {
  for (const [who, email] of Object.entries({
    applicant: "amina.applicant@university.example",
    reviewer: "rosa.reviewer@advisory.example",
    officer: "olivia.officer@fund.example",
    finance: "fatou.finance@fund.example",
    auditor: "arun.auditor@audit.example",
  }))
    people[who] = (await personAt(owner, email)) as PersonRef;
});

const read = <T extends Record<string, unknown>>(side: Side, who: string | null, query: string) =>
  side.transaction(who === null ? null : (people[who] ?? null), async (tx) => [
    ...(await tx.execute<T>(sql.raw(query))),
  ]);
const proposalsIn = async (side: Side, who: string | null, table: string, key = "proposal_id") =>
  (await read<{ id: string }>(side, who, `select distinct ${key}::text as id from ${table} order by 1`)).map(
    ({ id }) => id,
  );

const guarded = ["proposal_members", "answers", "answer_history", "proposal_versions", "receipts", "documents"];
const resolved = [
  "eligibility_decisions",
  "packets",
  "assignments",
  "recommendations",
  "decisions",
  "awards",
  "conflicts",
];

describe("the login of applicants, asked without any page", () => {
  it("holds her own proposals in every table, and no row of another's", async () => {
    const own = (
      await owner<
        { id: string }[]
      >`select proposal_id as id from proposal_members where person = ${people.applicant ?? ""} order by 1`
    ).map(({ id }) => id);
    expect(await proposalsIn(applying, "applicant", "proposals", "id")).toEqual(own);
    for (const table of guarded) {
      const found = await proposalsIn(applying, "applicant", table);
      expect([table, found.filter((id) => !own.includes(id))]).toEqual([table, []]);
      expect([table, await proposalsIn(applying, null, table)]).toEqual([table, []]);
    }
  });

  it("holds no decision and no comment before the release, although both are there, and then her own", async () => {
    const [scored] = await owner<{ id: string; call: string }[]>`select id, call_id as call from proposals
      join proposal_members on proposal_id = id where person = ${people.applicant ?? ""} and state = 'in_review'`;
    const { id = "", call = "" } = scored ?? {};
    await owner`insert into decisions (proposal_id, call_id, outcome, decided_by, decided_at)
      select id, call_id, 'decline', ${people.officer ?? ""}, ${now} from proposals where call_id = ${call} and state = 'in_review'`;
    await owner`update assignments set state = 'locked' where proposal_id = ${id}`;
    await owner`insert into reviews (assignment_id) select id from assignments where proposal_id = ${id} on conflict do nothing`;
    await owner`update reviews set to_applicant = 'Well asked.', locked_at = ${now} where assignment_id in (select id from assignments where proposal_id = ${id})`;
    const told = async () => [
      await proposalsIn(applying, "applicant", "applying.decisions"),
      await proposalsIn(applying, "applicant", "applying.comments"),
    ];
    const before = await told();
    for (const list of before) expect(list).not.toContain(id);
    await owner`insert into releases (call_id, prepared_by, prepared_at) values (${call}, ${people.officer ?? ""}, ${now})`;
    expect(await told()).toEqual(before);
    await owner`update releases set released_by = ${people.auditor ?? ""}, released_at = ${now} where call_id = ${call}`;
    for (const [index, list] of (await told()).entries()) expect(list).toEqual([...(before[index] ?? []), id].sort());
  });
});

describe("the login of officers", () => {
  const applicantsOnly = ["answers", "answer_history"];
  const tables = [...guarded.filter((table) => !applicantsOnly.includes(table)), ...resolved];

  it("shows nothing without a hat, and nothing of what she is conflicted with", async () => {
    const [past] = await owner<{ id: string }[]>`select proposal_id as id from awards limit 1`;
    const id = past?.id ?? "";
    for (const table of tables) {
      expect([table, await proposalsIn(managing, "reviewer", table)]).toEqual([table, []]);
      expect([table, await proposalsIn(managing, null, table)]).toEqual([table, []]);
    }
    expect(await proposalsIn(managing, "officer", "decisions")).toContain(id);
    await owner`insert into conflicts (proposal_id, person, kind, state, found_at) values (${id}, ${people.officer ?? ""}, 'declared', 'confirmed', ${now})`;
    for (const table of tables)
      expect([table, (await proposalsIn(managing, "officer", table)).includes(id)]).toEqual([table, false]);
    expect(await proposalsIn(managing, "officer", "proposals", "id")).not.toContain(id);
    await owner`insert into comment_history (assignment_id, to_advisory_group, to_applicant, version, at)
      select id, 'An earlier word.', '', 1, ${now} from assignments`;
    await owner`insert into comment_verdicts (assignment_id, outcome, because, resolved_by, resolved_at)
      select id, 'told', 'It names nobody', gen_random_uuid(), ${now} from assignments`;
    for (const table of ["reviews", "scores", "score_history", "comment_history", "comment_verdicts"]) {
      const rows = await read(managing, "officer", `select assignment_id from ${table} limit 1`);
      expect([table, rows.length]).toEqual([table, 1]);
      const left = await owner<{ id: string }[]>`select id from assignments where proposal_id = ${id}`;
      const ofIt = `select 1 from ${table} where assignment_id in (${left.map((one) => `'${one.id}'`).join(", ")})`;
      expect([table, (await owner.unsafe(ofIt)).length > 0]).toEqual([table, true]);
      expect([table, await read(managing, "officer", ofIt)]).toEqual([table, []]);
    }
  });

  it("of the auditor shows the same, and of finance awards alone, each with the hat only", async () => {
    expect((await proposalsIn(auditing, "auditor", "decisions")).length).toBeGreaterThan(50);
    expect(await proposalsIn(auditing, "officer", "decisions")).toEqual([]);
    expect((await proposalsIn(finance, "finance", "awards")).length).toBe((await owner`select 1 from awards`).length);
    expect(await proposalsIn(finance, "officer", "awards")).toEqual([]);
  });

  it("of the auditor shows the whole record, except what touches her conflicts, of whatever kind", async () => {
    const [found] = await owner`select assignments.id as assignment, documents.id as document, packets.code as packet,
        packets.proposal_id as proposal, notifications.enqueue(events.id, reviewer, 'assignment', '{}', null) as letter
      from packets join assignments on packet_id = packets.id join documents on documents.proposal_id = packets.proposal_id
      join audit.events on subject_kind = 'assignment' and subject_id = assignments.id::text limit 1`;
    const of = found as Record<"assignment" | "document" | "packet" | "proposal" | "letter", string>;
    const told = Object.entries(of);
    for (const [kind, id] of told)
      await owner`select audit.record(${now}, null, 'system', 'told of it', ${kind}, ${id}, '{}')`;
    const hers = async () =>
      (await read<{ id: string }>(auditing, "auditor", "select id::text from audit.events")).map(({ id }) => id);
    const all = await owner<{ id: string }[]>`select id::text from audit.events`;
    expect(new Set(await hers())).toEqual(new Set(all.map(({ id }) => id)));
    const toldToHer = `select subject_kind || ':' || subject_id as about from audit.events where act = 'told of it'`;
    expect(await read(auditing, "auditor", toldToHer)).toHaveLength(told.length);
    await owner`insert into conflicts (proposal_id, person, kind, state, found_at)
      values (${of.proposal}, ${people.auditor ?? ""}, 'declared', 'confirmed', ${now})`;
    expect(await read(auditing, "auditor", toldToHer)).toEqual([]);
    const hidden = await owner<{ id: string }[]>`select events.id::text from audit.events where subject_id in (
      select ${of.proposal} union select id::text from assignments where proposal_id = ${of.proposal}
      union select id::text from documents where proposal_id = ${of.proposal}
      union select code from packets where proposal_id = ${of.proposal} union select ${of.letter})`;
    const left = new Set(await hers());
    expect(hidden.filter(({ id }) => left.has(id))).toEqual([]);
    expect(left.size).toBe(all.length - hidden.length);
    await owner`select audit.record(${now}, null, 'system', 'of no kind we know', 'riddle', 'x', '{}')`;
    expect((await hers()).length).toBe(left.size);
  });

  it("of finance turns nobody into a name but who leads what was awarded, and shows no award she is conflicted with", async () => {
    const [lead] = await owner<{ ref: string; proposal: string }[]>`select person as ref, proposal_id as proposal
      from proposal_members join awards using (proposal_id) where role = 'principal_investigator' limit 1`;
    const others = await owner<{ ref: string }[]>`select reviewer as ref from assignments
      where reviewer not in (select person from proposal_members) union
      select person from proposal_members where proposal_id not in (select proposal_id from awards)
        and person not in (select person from proposal_members join awards using (proposal_id)) limit 40`;
    expect(others.length).toBeGreaterThan(20);
    const refs = [lead?.ref, ...others.map(({ ref }) => ref)];
    const look = `select ref from identity.disclose('{${refs.join(",")}}', 'announcement', now())`;
    expect(await read(finance, "finance", look)).toEqual([{ ref: lead?.ref }]);
    await owner`insert into conflicts (proposal_id, person, kind, state, found_at)
      values (${lead?.proposal ?? ""}, ${people.finance ?? ""}, 'declared', 'confirmed', ${now})`;
    expect(await proposalsIn(finance, "finance", "awards")).not.toContain(lead?.proposal);
    expect(await read(finance, "finance", look)).toEqual([]);
  });
});

describe("the login of reviewers", () => {
  const codes = async () =>
    (await read<{ code: string }>(reviewing, "reviewer", "select code from reviewing.packets order by code")).map(
      ({ code }) => code,
    );

  it("holds the packets of the person at work, and loses them with seat, agreement or hat", async () => {
    const hers = await codes();
    const given =
      await owner`select code from packets join assignments on packet_id = packets.id where reviewer = ${people.reviewer ?? ""} and assignments.state in ('assigned', 'locked') order by code`;
    expect(hers).toEqual(given.map(({ code }) => code));
    expect(hers.length).toBeGreaterThan(5);
    await owner`update advisory_memberships set agreed_at = null where person = ${people.reviewer ?? ""}`;
    expect(await codes()).toEqual([]);
    await owner`update advisory_memberships set agreed_at = ${now} where person = ${people.reviewer ?? ""}`;
    expect(await codes()).toEqual(hers);
    await owner`update access.people set hats = '{programme_officer}' where id = ${people.reviewer ?? ""}`;
    for (const view of ["packets", "assignments", "calls", "memberships", "reviews", "scores"])
      expect([view, await read(reviewing, "reviewer", `select 1 from reviewing.${view}`)]).toEqual([view, []]);
  });
});

it("the login of the public holds grantees of announced calls, and loses them with the announcement", async () => {
  const slugs = await read<{ slug: string }>(
    visiting,
    null,
    "select distinct call_slug as slug from visiting.grantees",
  );
  expect(slugs).toHaveLength(1);
  await owner`delete from announcements`;
  expect(await read(visiting, null, "select 1 from visiting.grantees")).toEqual([]);
});
