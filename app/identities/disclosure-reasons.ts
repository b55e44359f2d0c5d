/** Why a reference may become a name: a closed list that equals the privacy notice. */
export const disclosureReasons = [
  "list_of_proposals",
  "eligibility_check",
  "anonymity_check",
  "assigning_reviewers",
  "advisory_group",
  "decision",
  "letters",
  "announcement",
  "audit",
] as const;

export type DisclosureReason = (typeof disclosureReasons)[number];
