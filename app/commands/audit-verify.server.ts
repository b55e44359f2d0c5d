import { ownerConnection } from "#db/connections/addresses.server";
import { verifyAudit } from "~/audit/verify.server";
import { openDatabase } from "./open-database.server";

/** npm run audit:verify: says whether what happened still stands as it was sealed. */
export async function run(): Promise<void> {
  const database = await openDatabase();
  const owner = ownerConnection();
  try {
    const { events, heads, findings } = await verifyAudit(owner);
    for (const { what, where } of findings) console.log(`BROKEN  ${what}: ${where}`);
    console.log(`${events} sealed events and ${heads} signed heads checked, ${findings.length} findings.`);
    if (findings.length > 0) process.exitCode = 1;
  } finally {
    await owner.end();
    await database.close();
  }
}
