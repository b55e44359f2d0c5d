import { configureDatabase, type DatabaseAddress } from "#db/connections/addresses.server";
import { type Environment, setEnvironment } from "~/http/environment.server";
import { deliverLetters } from "~/notifications/deliver-letters.server";
import { mailServerAt } from "~/notifications/mail-server.server";

type Task = { address: DatabaseAddress; smtp: string; now: string; environment: Environment; from: string };

/** A worker that sends what is due at a given instant, until it is killed. */
process.once("message", async ({ address, smtp, now, environment, from }: Task) => {
  configureDatabase(address);
  setEnvironment(environment);
  const mail = mailServerAt(smtp, from);
  await deliverLetters({ mail, appUrl: environment.appUrl, tell: null, now: () => new Date(now), ending: () => false });
  process.send?.("finished");
});
process.send?.("ready");
