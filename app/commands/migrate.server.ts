import { openMigratedDatabase } from "./open-database.server";

/** npm run migrate: brings the database to the newest migration and leaves. */
export async function run(): Promise<void> {
  const database = await openMigratedDatabase();
  await database.close();
  console.log("The database is at the newest migration.");
}
