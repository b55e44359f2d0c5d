import { expect, it } from "vitest";
import { testDatabase } from "#tests/setup/database";

const { owner } = await testDatabase();

/** Written by hand: whoever widens a view has to come here, and somebody has to agree. */
const columns: Record<string, string> = {
  "applying.comments": "proposal_id pseudonym to_applicant",
  "applying.decisions": "amount_minor outcome proposal_id released_at",
  "applying.ineligibility": "proposal_id released_at to_applicant",
  "reviewing.assignments": "call_id code due_at id packet_id place pseudonym state",
  "reviewing.calls": "closes_at currency form id reviews_closed rubric scoring_closes_at slug texts zone",
  "reviewing.memberships": "agreed_at agreement call_id invited_at",
  "reviewing.packets": "assignment_id call_id code content documents hash",
  "reviewing.reviews": "assignment_id locked_at saved_at to_advisory_group to_applicant version",
  "reviewing.scores": "assignment_id at criterion unable_because value version",
  "visiting.grantees":
    "amount_minor announced_at awarded_at call_kind call_opens_at call_slug call_texts currency institution_country " +
    "institution_name institution_ror months reference requested_minor starts_on summary theme title",
};

/** The base tables each side of the counter may read; reviewers may read none, and nobody but applicants what is no version yet. */
const readable: Record<string, string> = {
  fund_public: "calls settings",
  fund_applying:
    "answer_history answer_saves answers calls documents proposal_members proposal_versions proposals receipts settings",
  fund_reviewing: "",
  fund_finance: "awards calls",
  fund_managing:
    "access.people notifications.letters advisory_memberships announced_grantees announcements assignments awards calls " +
    "comment_history comment_verdicts conflicts decisions documents eligibility_decisions packets proposal_members " +
    "proposal_versions proposals receipts recommendations releases reviews score_history scores settings",
  fund_auditing:
    "access.people audit.chain audit.events audit.heads notifications.letters advisory_memberships announced_grantees " +
    "announcements assignments awards calls comment_history comment_verdicts conflicts decisions documents " +
    "eligibility_decisions packets proposal_members proposal_versions proposals receipts recommendations releases reviews " +
    "score_history scores",
};

/** What a reviewer can do: each looks again whether the assignment is hers. All answer with a number, a version or nothing. */
const actsOfReviewers = "agree hold lock_review names_me recuse save_comments save_score";

/**
 * What every login may ask about the person at work: a yes, a no, or ids of her own proposals and conflicts; and of two
 * texts that it has, whether one goes on from the other.
 */
const questionsOf = {
  fund_public: "must_wear person_at_work refuse wears",
  fund_sessions: "must_wear person_at_work refuse wears",
  fund_applying: "common_start goes_on has_members must_wear my_proposals person_at_work refuse wears",
  fund_reviewing: "conflicted_proposals must_wear person_at_work refuse wears",
  fund_managing: "conflicted_proposals free_of_conflicts must_wear person_at_work refuse wears",
  fund_auditing: "conflicted_proposals free_of_conflicts must_wear person_at_work refuse wears",
  fund_finance: "conflicted_proposals must_wear person_at_work refuse wears",
  fund_delivery: "must_wear person_at_work refuse wears",
};

const words = (text: string) => text.split(" ").filter(Boolean);

it("the views of reviewers, applicants and the public have exactly the columns that were agreed", async () => {
  const found = await owner<{ view: string; columns: string }[]>`
    select nspname || '.' || relname as view, string_agg(attname, ' ' order by attname) as columns
    from pg_attribute join pg_class on pg_class.oid = attrelid join pg_namespace on pg_namespace.oid = relnamespace
    where nspname in ('reviewing', 'applying', 'visiting') and relkind in ('v', 'm', 'r') and attnum > 0 and not attisdropped
    group by 1 order by 1`;
  expect(Object.fromEntries(found.map((row) => [row.view, row.columns]))).toEqual(columns);
});

it("they are views with a security barrier, owned by a role that cannot log in", async () => {
  const found = await owner`
    select relname, relkind, pg_get_userbyid(relowner) as owner, coalesce(reloptions::text like '%security_barrier%', false) as barrier
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace where nspname in ('reviewing', 'applying', 'visiting')`;
  expect(found).toHaveLength(Object.keys(columns).length);
  for (const view of found) expect(view).toMatchObject({ relkind: "v", owner: "fund_views", barrier: true });
  const [login] = await owner`select rolcanlogin, rolsuper from pg_roles where rolname = 'fund_views'`;
  expect(login).toEqual({ rolcanlogin: false, rolsuper: false });
});

it.each(Object.entries(readable))("%s reads no other table", async (login, agreed) => {
  const found = await owner<{ name: string }[]>`
    select schemaname || '.' || tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')
      and has_schema_privilege(${login}, schemaname, 'usage')
      and has_any_column_privilege(${login}, format('%I.%I', schemaname, tablename), 'select') order by 1`;
  expect(found.map(({ name }) => name.replace(/^public\./, ""))).toEqual(words(agreed));
});

it("no table of identities is open to any login", async () => {
  const found = await owner`
    select tablename, rolname from pg_tables, pg_roles where schemaname = 'identity' and rolname like 'fund\\_%' and rolname <> 'fund_owner'
      and has_any_column_privilege(rolname, format('identity.%I', tablename), 'select, insert, update, references')`;
  expect(found).toEqual([]);
});

it("no login of a side throws an earlier text away", async () => {
  const found =
    await owner`select rolname, history from pg_roles, unnest(array['answer_history', 'score_history', 'comment_history']) history
    where rolname like 'fund\\_%' and rolcanlogin and rolname <> 'fund_owner' and has_table_privilege(rolname, history, 'delete, truncate')`;
  expect(found).toEqual([]);
});

it("every table that hangs off a proposal is guarded row by row", async () => {
  const found = await owner<{ name: string }[]>`
    select distinct c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid
    where n.nspname = 'public' and c.relkind = 'r' and a.attname in ('proposal_id', 'assignment_id') and not c.relrowsecurity`;
  expect(found).toEqual([]);
});

it.each(Object.entries(questionsOf))("%s asks the database these questions and no others", async (login, agreed) => {
  const found = await owner<{ name: string }[]>`
    select p.proname as name from pg_proc p where p.pronamespace = 'fund'::regnamespace
      and has_function_privilege(${login}, p.oid, 'execute') order by 1`;
  expect(found.map(({ name }) => name)).toEqual(words(agreed));
});

it("reviewers may call these functions and no other of ours that answers with data", async () => {
  const found = await owner<{ name: string; schema: string }[]>`
    select n.nspname as schema, p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname not in ('pg_catalog', 'information_schema') and has_function_privilege('fund_reviewing', p.oid, 'execute')
      and has_schema_privilege('fund_reviewing', n.oid, 'usage') order by 1, 2`;
  const of = (schema: string) => found.filter((row) => row.schema === schema).map((row) => row.name);
  expect(of("reviewing")).toEqual(words(actsOfReviewers));
  expect(of("fund")).toEqual(words(questionsOf.fund_reviewing));
  expect(of("audit")).toEqual(["record"]);
  expect([...new Set(found.map((row) => row.schema))].sort()).toEqual(["audit", "fund", "reviewing"]);
});
