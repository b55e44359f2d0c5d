import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { applying } from "#db/connections/applying.server";
import { finance } from "#db/connections/finance.server";
import { managing } from "#db/connections/managing.server";
import { reviewing } from "#db/connections/reviewing.server";
import { visiting } from "#db/connections/visiting.server";
import type { PersonRef } from "~/values/person-ref";
import { personAt } from "./visiting";
import { now, worldWithCanaries } from "./world";

const { owner } = await worldWithCanaries();
const at = `'${now.toISOString()}'`;
let people: Record<"amina" | "rosa" | "olivia" | "arun", PersonRef>;
/** One of the applicant's own, and one of somebody else, both handed in. */
let own: string;
let other: string;

beforeAll(async () => {
  const of = async (email: string) => (await personAt(owner, email)) as PersonRef;
  people = {
    amina: await of("amina.applicant@university.example"),
    rosa: await of("rosa.reviewer@advisory.example"),
    olivia: await of("olivia.officer@fund.example"),
    arun: await of("arun.auditor@audit.example"),
  };
  const submitted = owner`select proposal_id as id from identity.answers join proposals on proposals.id = proposal_id
    where version_number > 0`;
  const hers = owner`select proposal_id from proposal_members where person = ${people.amina}`;
  const one = async (rows: Promise<Iterable<Record<string, string>>>) => [...(await rows)][0]?.id ?? "";
  own = await one(owner`select id from (${submitted}) found where id in (${hers}) limit 1` as never);
  other = await one(owner`select id from (${submitted}) found where id not in (${hers}) limit 1` as never);
});

type Side = typeof applying;
/** What a login answers to a question that no page asks: rows, or the code of its refusal. */
const asked = (side: Side, who: PersonRef | null, question: string) =>
  side
    .transaction(who, async (tx) => [...(await tx.execute<Record<string, unknown>>(sql.raw(question)))])
    .catch((problem) => problem.cause?.code as string);
const filled = (rows: Record<string, unknown>[] | string) =>
  typeof rows === "string" ? rows : rows.filter((row) => Object.values(row)[0] !== null);

describe("the doors of applicants, asked without any page", () => {
  it.each(["my_answers($)", "document_names($)", "my_team($)", "my_history($, 'host_institution')"])(
    "identity.%s opens for her own proposal and for nobody else",
    async (door) => {
      const open = (id: string) => `select * from identity.${door.replace("$", `'${id}'`)}`;
      expect(await asked(applying, people.amina, open(other))).toEqual([]);
      expect(await asked(applying, null, open(own))).toEqual([]);
      if (door.startsWith("my_answers") || door.startsWith("my_team"))
        expect((await asked(applying, people.amina, open(own))).length).toBeGreaterThan(0);
    },
  );

  it("identity.my_version opens for what she handed in, and for nobody else's", async () => {
    const open = async (proposal: string) => {
      const [version] = await owner`select id from proposal_versions where proposal_id = ${proposal} limit 1`;
      return (who: PersonRef | null) => asked(applying, who, `select identity.my_version('${version?.id}')`);
    };
    expect(filled(await (await open(own))(people.amina))).toHaveLength(1);
    expect(filled(await (await open(own))(null))).toEqual([]);
    expect(filled(await (await open(other))(people.amina))).toEqual([]);
  });

  it("take no answer for somebody else's, and close none of its assignments", async () => {
    const save = (id: string) =>
      `select identity.save_answer('${id}', 'host_institution', 0, 'Mine', 'autosave', ${at})`;
    expect(await asked(applying, people.amina, save(other))).toBe("FU409");
    const states = () => owner`select state, count(*) from assignments group by 1 order by 1`;
    const before = await states();
    const [assigned] = await owner`select proposal_id as id from assignments where state = 'assigned' limit 1`;
    await asked(applying, people.amina, `select applying.close_assignments('${assigned?.id}')`);
    expect(await states()).toEqual(before);
  });

  it("let a proposal begin as a draft only", async () => {
    const begin = (state: string, version: number) =>
      `insert into proposals (id, call_id, state, version_number, created_at)
        select '${randomUUID()}', id, '${state}', ${version}, ${at} from calls where slug = 'open-call'`;
    expect(await asked(applying, people.amina, begin("awarded", 0))).toBe("42501");
    expect(await asked(applying, people.amina, begin("draft", 3))).toBe("42501");
    expect(await asked(applying, people.amina, begin("draft", 0))).toEqual([]);
  });
});

describe("the doors of officers, asked without any page", () => {
  const doors = [
    "identity.disclose_applicants(array['$']::uuid[], 'eligibility_check', @)",
    "identity.disclose_part('$', 'eligibility_check', @)",
    "identity.terms_to_clear('$', @)",
    "identity.conflict_facts(array['!']::uuid[], array['$']::uuid[])",
  ];
  const open = (door: string) => `select * from ${door.replace("$", other).replace("@", at).replace("!", people.rosa)}`;

  it.each(doors)("%s opens for an officer, and for nobody without her hat", async (door) => {
    expect(filled(await asked(managing, people.olivia, open(door))).length).toBeGreaterThan(0);
    for (const who of [people.rosa, people.amina, null])
      expect(filled(await asked(managing, who, open(door)))).toSatisfy(
        (answer) => answer === "FU404" || (Array.isArray(answer) && answer.length === 0),
      );
  });

  it("remind nobody for who is no officer", async () => {
    const [reviewed] = await owner`select call_id as id from assignments where state = 'assigned' limit 1`;
    const remind = `select notifications.remind('${reviewed?.id}', ${at})`;
    for (const who of [people.rosa, people.arun, null]) expect(await asked(managing, who, remind)).toBe("FU404");
  });

  it("invite nobody for who is no officer", async () => {
    const invite = `select identity.invite('${randomUUID()}', 'N', 'n@elsewhere.example', 'reviewer', 'en', ${at})`;
    for (const who of [people.rosa, people.arun, null]) expect(await asked(managing, who, invite)).toBe("FU404");
  });

  it.each(doors)("%s stays shut for an officer with a conflict", async (door) => {
    await owner`insert into conflicts (proposal_id, person, kind, state, found_at)
      values (${other}, ${people.olivia}, 'declared', 'confirmed', ${now}) on conflict do nothing`;
    expect(filled(await asked(managing, people.olivia, open(door)))).toEqual([]);
  });
});

describe("who writes nothing", () => {
  it.each([
    ["visiting", visiting],
    ["reviewing", reviewing],
    ["finance", finance],
  ] as const)("the %s login writes no letter", async (_, side) => {
    const enqueue = `select notifications.enqueue(1, '${people.amina}', 'decision_award', '{}', ${at})`;
    expect(await asked(side, people.rosa, enqueue)).toBe("42501");
  });

  it("the login of visitors adds nothing to the record", async () => {
    const tell = `select audit.record(${at}, null::uuid, 'system', 'decision told', 'proposal', '${other}', '{}')`;
    expect(await asked(visiting, null, tell)).toBe("42501");
  });
});
