import { EnvironmentProblem, environment } from "~/http/environment.server";
import { holdsDemo, openMigratedDatabase } from "./open-database.server";
import { runProduct } from "./run-product.server";

/** npm start: the product on real data. It refuses a database that holds the demo. */
export async function run(): Promise<void> {
  const { appUrl } = environment({ demo: false });
  const database = await openMigratedDatabase();
  if (await holdsDemo()) {
    await database.close();
    throw new EnvironmentProblem("This database holds demo data. Choose another DATA_DIR or DATABASE_URL.");
  }
  await runProduct(database, (port) => console.log(`The fund is open at ${appUrl} (port ${port}).`));
}
