import { paths } from "~/ui/paths";
import { proposalLife } from "./proposal.states";

export type ProposalAct = {
  act: "check" | "check_again" | "reinstate" | "freeze" | "packet" | "assign" | "recommend" | "decide";
  to: string;
};

type Facts = {
  id: string;
  state: string;
  checkable: boolean;
  hasPacket: boolean;
  hasRecommendation: boolean;
  released: boolean;
};

/** What an officer can do with a proposal now, the most likely first; the life of proposals says what is possible. */
export function possibleActs({ id, state, checkable, hasPacket, hasRecommendation, released }: Facts): ProposalAct[] {
  const life: Record<string, string> = proposalLife[state as keyof typeof proposalLife] ?? {};
  const acts: (ProposalAct | false)[] = [
    checkable && "clear_for_review" in life && { act: "freeze", to: paths.blindPacket(id) },
    checkable && "declare_eligible" in life && { act: "check", to: paths.eligibility(id) },
    checkable && "reinstate" in life && !released && { act: "reinstate", to: paths.eligibility(id) },
    checkable && state === "eligible" && { act: "check_again", to: paths.eligibility(id) },
    state === "in_review" && { act: "assign", to: paths.proposalAssignments(id) },
    state === "in_review" && !released && { act: "recommend", to: paths.recommendation(id) },
    state === "in_review" && !released && hasRecommendation && { act: "decide", to: paths.decision(id) },
    hasPacket && { act: "packet", to: paths.blindPacket(id) },
  ];
  return acts.filter((act) => act !== false);
}
