import type postgres from "postgres";

type Table = { name: string; columns: string[] };
type Sequence = { name: string; last: string; called: boolean };

/** Schemas that are not data of the fund: PostgreSQL's own, and the list of migrations. */
const foreign = /* sql */ `('pg_catalog', 'information_schema', 'pg_toast', 'drizzle')`;

/** Every table of the fund with the columns that hold data; names come quoted, ready for a statement. */
export function tablesOf(sql: postgres.Sql): Promise<Table[]> {
  return sql.unsafe<Table[]>(`
    select format('%I.%I', nspname, relname) as name, array_agg(quote_ident(attname) order by attnum) as columns
    from pg_class
    join pg_namespace on pg_namespace.oid = relnamespace
    join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = ''
    where relkind = 'r' and nspname not in ${foreign}
    group by nspname, relname order by nspname, relname`);
}

/** Every sequence of the fund, with where it stands. */
export async function sequencesOf(sql: postgres.Sql): Promise<Sequence[]> {
  const names = await sql.unsafe<{ name: string }[]>(`
    select format('%I.%I', nspname, relname) as name from pg_class
    join pg_namespace on pg_namespace.oid = relnamespace
    where relkind = 'S' and nspname not in ${foreign} order by nspname, relname`);
  const sequences: Sequence[] = [];
  for (const { name } of names) {
    const [row] = await sql.unsafe(`select last_value::text as last, is_called as called from ${name}`);
    sequences.push({ name, last: row?.last, called: row?.called });
  }
  return sequences;
}

/** Statements that take the foreign keys away and, after loading, put them back and thereby check every row. */
export function foreignKeysOf(sql: postgres.Sql): Promise<{ remove: string; restore: string }[]> {
  return sql.unsafe<{ remove: string; restore: string }[]>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as remove,
           format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(pg_constraint.oid)) as restore
    from pg_constraint join pg_namespace on pg_namespace.oid = connamespace
    where contype = 'f' and conparentid = 0 and nspname not in ${foreign} order by conrelid::regclass::text, conname`);
}

/** Statements that silence our own triggers while old rows are loaded, and wake them afterwards. */
export function triggersOf(sql: postgres.Sql): Promise<{ silence: string; wake: string }[]> {
  return sql.unsafe<{ silence: string; wake: string }[]>(`
    select format('alter table %s disable trigger %I', tgrelid::regclass, tgname) as silence,
           format('alter table %s enable %s trigger %I', tgrelid::regclass,
                  case tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, tgname) as wake
    from pg_trigger where not tgisinternal and tgparentid = 0 and tgenabled <> 'D' order by tgrelid::regclass::text, tgname`);
}

/** Statements that let the owner load tables whose row security binds even its owner, and bind it again. */
export function boundOwnersOf(sql: postgres.Sql): Promise<{ free: string; bind: string }[]> {
  return sql.unsafe<{ free: string; bind: string }[]>(`
    select format('alter table %s no force row level security', pg_class.oid::regclass) as free,
           format('alter table %s force row level security', pg_class.oid::regclass) as bind
    from pg_class where relkind = 'r' and relforcerowsecurity`);
}
