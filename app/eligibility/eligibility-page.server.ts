import type { PersonRef } from "~/values/person-ref";
import { possibleOutcomes } from "./eligibility.rules";
import { proposalPage } from "./proposal-page.server";

/** What an officer has before her when she checks eligibility. */
export async function eligibilityPage(officer: PersonRef, id: string, now: Date, locale: string) {
  const {
    acts: _,
    resolved: { releasedAt },
    reviewers: __,
    versions: ___,
    ...page
  } = await proposalPage(officer, id, now, locale);
  return { ...page, outcomes: page.canCheck && !releasedAt ? possibleOutcomes(page.facts.state) : [] };
}
