/** What an applicant is told about where her proposal stands; never the internal state, never more than was told. */
export type ProposalStatus =
  | "draft"
  | "submitted"
  | "withdrawn"
  | "in_review"
  | "decided"
  | "not_eligible"
  | "not_handed_in";

type Facts = { state: string; closesAt: Date; told: boolean };

/** Between the close and the release every proposal that was handed in looks the same from outside. */
export function statusFor({ state, closesAt, told }: Facts, now: Date): ProposalStatus {
  if (state === "withdrawn" || state === "abandoned") return "withdrawn";
  if (told) return state === "ineligible" ? "not_eligible" : "decided";
  if (state === "draft") return now < closesAt ? "draft" : "not_handed_in";
  return now < closesAt ? "submitted" : "in_review";
}
