import type postgres from "postgres";

/** Where the letter that is being sent goes. The database tells it for a letter in that state only. */
export async function addressFor(
  connection: postgres.ISql,
  letter: string,
): Promise<{ name: string; email: string } | undefined> {
  const [address] = await connection<{ name: string; email: string }[]>`
    select name, email from identity.address_for(${letter})`;
  return address;
}
