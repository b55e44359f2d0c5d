import { paths } from "~/ui/paths";
import { leadsOn } from "~/values/state-table";
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
  const leads = (act: string) => leadsOn(proposalLife, state, act);
  const acts: (ProposalAct | false)[] = [
    checkable && leads("clear_for_review") && { act: "freeze", to: paths.blindPacket(id) },
    checkable && leads("declare_eligible") && { act: "check", to: paths.eligibility(id) },
    checkable && leads("reinstate") && !released && { act: "reinstate", to: paths.eligibility(id) },
    checkable && state === "eligible" && { act: "check_again", to: paths.eligibility(id) },
    state === "in_review" && { act: "assign", to: paths.proposalAssignments(id) },
    state === "in_review" && !released && { act: "recommend", to: paths.recommendation(id) },
    state === "in_review" && !released && hasRecommendation && { act: "decide", to: paths.decision(id) },
    hasPacket && { act: "packet", to: paths.blindPacket(id) },
  ];
  return acts.filter((act) => act !== false);
}
