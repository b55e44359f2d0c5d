import { createHash, randomBytes, randomUUID } from "node:crypto";
import type postgres from "postgres";
import { ownerConnection } from "#db/connections/addresses.server";
import { EnvironmentProblem, environment } from "~/http/environment.server";
import { paths } from "~/ui/paths";
import { openMigratedDatabase } from "./open-database.server";

const daysValid = 14;
const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

function mustBeAddress(email: string) {
  if (email === "") throw new EnvironmentProblem("Say whom: npm run officer -- <e-mail> [name]");
  if (!address.test(email)) throw new EnvironmentProblem(`"${email}" is not an e-mail address.`);
}

/** The person behind an address, with the hat; an account without a password is made where there is none. */
async function officerOf(sql: postgres.TransactionSql, email: string, name: string, now: Date): Promise<string> {
  const [known] = await sql<{ ref: string; reviews: boolean }[]>`select ref, 'reviewer' = any (hats) as reviews
    from identity.persons join access.people on people.id = persons.ref where lower(email) = lower(${email})`;
  if (known?.reviews) throw new EnvironmentProblem(`${email} reviews for the fund: nobody scores and sees names.`);
  const ref = known?.ref ?? randomUUID();
  if (!known) {
    await sql`insert into access.people (id, locale, created_at) values (${ref}, 'en', ${now})`;
    await sql`insert into identity.persons (ref, name, email) values (${ref}, ${name}, ${email})`;
  }
  await sql`update access.people set hats = hats || 'programme_officer'::text
    where id = ${ref} and not 'programme_officer' = any (hats)`;
  await sql`select audit.record(${now}, null::uuid, 'system', 'officer appointed', 'person', ${ref}, '{}'::jsonb)`;
  return ref;
}

/**
 * Makes a programme officer and returns the link with which she chooses a password; it works once, for fourteen days.
 * A link printed earlier and not used stops working.
 */
export async function appointOfficer(owner: postgres.Sql, email: string, name: string, now: Date): Promise<string> {
  mustBeAddress(email);
  const token = randomBytes(24).toString("base64url");
  await owner.begin(async (sql) => {
    const ref = await officerOf(sql, email, name, now);
    const hash = createHash("sha256").update(token).digest("hex");
    const until = new Date(now.getTime() + daysValid * 86_400_000);
    await sql`delete from access.one_time_links
      where person = ${ref} and purpose = 'invitation' and used_at is null`;
    await sql`insert into access.one_time_links (hash, person, purpose, expires_at) values (${hash}, ${ref}, 'invitation', ${until})`;
  });
  return environment().appUrl + paths.resetPassword(token);
}

/** npm run officer -- <e-mail> [name]: the first programme officer, also while the product serves. */
export async function run([email = "", ...name]: string[]): Promise<void> {
  mustBeAddress(email);
  const database = await openMigratedDatabase();
  const owner = ownerConnection();
  try {
    const link = await appointOfficer(owner, email, name.join(" ") || email, new Date());
    console.log(`${email} is a programme officer. Choose a password within ${daysValid} days:\n${link}`);
  } finally {
    await owner.end();
    await database.close();
  }
}
