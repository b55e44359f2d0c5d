/** What an applicant is told about where her proposal stands; never the internal state, never more than was told. */
export type ProposalStatus =
  | "draft"
  | "submitted"
  | "withdrawn"
  | "discarded"
  | "in_review"
  | "decided"
  | "not_eligible"
  | "not_handed_in";

type Facts = { state: string; closesAt: Date; told: boolean };

/** Between the close and the release every proposal that was handed in looks the same from outside. */
export function statusFor({ state, closesAt, told }: Facts, now: Date): ProposalStatus {
  if (state === "withdrawn") return "withdrawn";
  if (state === "abandoned") return "discarded";
  if (told) return state === "ineligible" ? "not_eligible" : "decided";
  if (state === "draft") return now < closesAt ? "draft" : "not_handed_in";
  return now < closesAt ? "submitted" : "in_review";
}

/** Whether its author took it out of the call, so that neither deadline nor progress matters any more. */
export const isOut = (status: ProposalStatus): boolean => status === "withdrawn" || status === "discarded";
