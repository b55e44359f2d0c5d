import { forgetExpired } from "~/access/forget-expired.server";
import { sealAudit } from "~/audit/seal.server";
import { environment } from "~/http/environment.server";
import { deliverLetters } from "./deliver-letters.server";
import { mailServerAt } from "./mail-server.server";
import type { PeriodicJob } from "./worker.server";

/** Letters leave within a second of being ordered, or at once where the database can wake us. */
export function letterJob(): PeriodicJob {
  const { production, smtpUrl, mailFrom, appUrl } = environment();
  const mail = smtpUrl ? mailServerAt(smtpUrl, mailFrom) : null;
  // Where the product is tried without a mail server, accounts could not be opened otherwise. Never in production.
  const tell = production ? null : (line: string) => console.log(line);
  return {
    name: "letters",
    every: 1000,
    wokenBy: "letters",
    run: ({ now, ending }) => deliverLetters({ mail, appUrl, tell, now, ending }),
  };
}

/** What happened is sealed well within a second. */
export const sealingJob: PeriodicJob = { name: "audit", every: 250, run: ({ now }) => sealAudit(now()) };

/** What has expired is gone within the hour. */
export const forgettingJob: PeriodicJob = {
  name: "forgetting",
  every: 3_600_000,
  run: ({ now }) => forgetExpired(now()),
};
