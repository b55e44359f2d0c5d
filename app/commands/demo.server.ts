import { ownerConnection } from "#db/connections/addresses.server";
import { demoPassword, demoSignIns } from "#db/seed/cast";
import { loadDemo } from "#db/seed/load-demo.server";
import { environment } from "~/http/environment.server";
import { paths } from "~/ui/paths";
import { holdsDemo, openMigratedDatabase } from "./open-database.server";
import { runProduct } from "./run-product.server";

const seed = 2021;

async function loadOnce() {
  if (await holdsDemo()) return;
  console.log("Loading the demo …");
  const owner = ownerConnection();
  try {
    await loadDemo(owner, { now: new Date(), seed });
  } finally {
    await owner.end();
  }
}

function greeting(port: number): string {
  const address = `http://localhost:${port}`;
  const people = demoSignIns.map((person) => `  ${person.email.padEnd(44)} ${person.description}`);
  return [
    "",
    `The fund is open at ${address}`,
    "",
    `Demo sign-ins (password of all: ${demoPassword}):`,
    ...people,
    "",
    `Letters can be read at ${address}${paths.letters()} (as a programme officer).`,
    "Stop with Ctrl-C; the data stay.",
  ].join("\n");
}

/** npm run demo: the whole fund with invented data, on this machine only. */
export async function run(): Promise<void> {
  environment({ demo: true });
  const database = await openMigratedDatabase();
  await loadOnce();
  await runProduct(database, (port) => console.log(greeting(port)));
}
