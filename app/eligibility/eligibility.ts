/** What an eligibility check says of a proposal; a reinstatement takes an "ineligible" back. */
export const eligibilityOutcomes = ["eligible", "ineligible", "reinstated"] as const;

export type EligibilityOutcome = (typeof eligibilityOutcomes)[number];
