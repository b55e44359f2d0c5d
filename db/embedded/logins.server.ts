import type postgres from "postgres";
import { loginOf, sides } from "#db/connections/sides";
import type { ClusterPasswords } from "./passwords.server";

type Login = { name: string; password: string; attributes: string };

const loginsFor = (passwords: ClusterPasswords): Login[] => [
  { name: "fund_owner", password: passwords.owner, attributes: "nosuperuser createrole nocreatedb" },
  ...sides.map((side) => ({
    name: loginOf(side),
    password: passwords.sides[side],
    attributes: "nosuperuser nocreaterole nocreatedb noinherit",
  })),
];

/**
 * The owner, who is no superuser and runs the migrations, and a login for each side. Logins that are there already
 * stay as they are. The owner administers the sides' roles and inherits nothing from them.
 */
export async function prepareLogins(sql: postgres.Sql, passwords: ClusterPasswords) {
  const ready = await sql<{ name: string }[]>`
    select rolname as name from pg_authid where rolcanlogin and rolpassword is not null`;
  const names = new Set(ready.map((row) => row.name));
  for (const { name, password, attributes } of loginsFor(passwords)) {
    if (names.has(name)) continue;
    await sql.unsafe(`
      do $$ begin
        if not exists (select from pg_roles where rolname = '${name}') then create role ${name}; end if;
      end $$;
      alter role ${name} login ${attributes} password '${password}';`);
    if (name !== "fund_owner")
      await sql.unsafe(`grant ${name} to fund_owner with admin true, inherit false, set false`);
  }
  await sql.unsafe("revoke connect, temporary on database postgres, template1 from public");
}
