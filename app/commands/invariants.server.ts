import { ownerConnection } from "#db/connections/addresses.server";
import { invariants } from "#db/invariants";
import { openDatabase } from "./open-database.server";

/** npm run invariants: says each sentence that must always hold, and who breaks it. */
export async function run(): Promise<void> {
  const database = await openDatabase();
  const owner = ownerConnection();
  try {
    for (const { sentence, offenders } of invariants) {
      const found = await owner.unsafe(offenders);
      console.log(`${found.length === 0 ? "holds " : "BROKEN"}  ${sentence}`);
      for (const row of found.slice(0, 10)) console.log(`        ${JSON.stringify(row)}`);
      if (found.length > 0) process.exitCode = 1;
    }
  } finally {
    await owner.end();
    await database.close();
  }
}
