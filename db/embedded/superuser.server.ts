import postgres from "postgres";

export type SuperuserAddress = { host: string; port: number; username: string; password: string };

/** Work done with the superuser's login, on a connection of its own that is ended afterwards. */
export async function asSuperuser<T>(
  address: SuperuserAddress,
  work: (sql: postgres.Sql) => Promise<T>,
  database = "postgres",
): Promise<T> {
  const sql = postgres({
    ...address,
    database,
    max: 1,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: "fund superuser" },
  });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
