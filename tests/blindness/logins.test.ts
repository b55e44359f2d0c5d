import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "#tests/setup/database";

let database: TestDatabase;
let reviewing: postgres.Sql;
beforeAll(async () => {
  database = await testDatabase();
  reviewing = postgres(database.urls.reviewing, { max: 1, onnotice: () => {} });
});
afterAll(() => reviewing?.end());

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "allowed",
    (problem) => problem.code as string,
  );

describe("the reviewing login", () => {
  it("is refused on every base table of every schema", async () => {
    const tables = await database.owner<{ schema: string; name: string }[]>`
      select schemaname as schema, tablename as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema', 'drizzle')`;
    expect(tables.length).toBeGreaterThan(25);
    for (const { schema, name } of tables) {
      expect([schema, name, await codeOf(reviewing.unsafe(`select 1 from "${schema}"."${name}" limit 1`))]).toEqual([
        schema,
        name,
        "42501",
      ]);
    }
  });

  it("reads its views, which are empty without a person at work", async () => {
    const views = await database.owner<
      { name: string }[]
    >`select viewname as name from pg_views where schemaname = 'reviewing'`;
    expect(views.length).toBeGreaterThan(4);
    for (const { name } of views) expect(await reviewing.unsafe(`select * from reviewing."${name}"`)).toHaveLength(0);
  });

  it("gains nothing by leaving its role", async () => {
    await reviewing`set role none`;
    await reviewing`reset role`;
    const [who] = await reviewing`select current_user as current, session_user as session`;
    expect(who).toMatchObject({ current: "fund_reviewing", session: "fund_reviewing" });
    expect(await codeOf(reviewing`set role fund_owner`)).toBe("42501");
    expect(await codeOf(reviewing`set role fund_managing`)).toBe("42501");
    expect(await codeOf(reviewing`set session authorization fund_managing`)).toBe("42501");
    expect(await codeOf(reviewing`select 1 from public.proposals`)).toBe("42501");
  });

  it("may call no function of the identities door", async () => {
    const functions = await database.owner<{ name: string; allowed: boolean }[]>`
      select p.proname as name, has_function_privilege('fund_reviewing', p.oid, 'execute') as allowed
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'identity'`;
    expect(functions.length).toBeGreaterThan(15);
    expect(functions.filter((found) => found.allowed)).toEqual([]);
  });
});

it("no login of a side is a superuser, owns anything or may become another", async () => {
  const logins = await database.owner<{ name: string; ordinary: boolean; owns: number; members: number }[]>`
    select rolname as name, not (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication) as ordinary,
      (select count(*)::int from pg_class where relowner = pg_roles.oid) as owns,
      (select count(*)::int from pg_auth_members where member = pg_roles.oid) as members
    from pg_roles where rolname like 'fund\\_%' and rolcanlogin and rolname <> 'fund_owner'`;
  expect(logins).toHaveLength(8);
  for (const login of logins) expect(login).toMatchObject({ ordinary: true, owns: 0, members: 0 });
});

it("every function that runs with its owner's rights has its search path pinned", async () => {
  const loose = await database.owner`
    select n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
      and not coalesce(p.proconfig @> array['search_path=pg_catalog'], false)
      and not exists (select from unnest(p.proconfig) setting where setting like 'search_path=pg_catalog%')`;
  expect(loose).toEqual([]);
});
