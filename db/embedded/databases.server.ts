import { loginOf, sides } from "#db/connections/sides";
import { asSuperuser, type SuperuserAddress } from "./superuser.server";

/** A name that may be put into a statement, which cannot take it as a parameter. */
function safe(name: string) {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name)) throw new Error(`"${name}" is no name for a database.`);
  return name;
}

export async function databaseExists(address: SuperuserAddress, name: string) {
  const rows = await asSuperuser(address, (sql) => sql`select 1 from pg_database where datname = ${name}`);
  return rows.length > 0;
}

/** Makes a database of the owner's that only the owner and the sides may enter, empty or as a copy of a template. */
export function createDatabase(address: SuperuserAddress, name: string, template = "template0") {
  return asSuperuser(address, async (sql) => {
    await sql.unsafe(`create database ${safe(name)} owner fund_owner template ${safe(template)}`);
    await sql.unsafe(`
      revoke all on database ${name} from public;
      grant connect on database ${name} to ${sides.map(loginOf).join(", ")};`);
  });
}

/** Removes a database and everyone still connected to it. */
export function dropDatabase(address: SuperuserAddress, name: string) {
  return asSuperuser(address, (sql) => sql.unsafe(`drop database if exists ${safe(name)} with (force)`));
}
