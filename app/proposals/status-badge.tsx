import { Badge, type BadgeKind } from "~/ui/badge";
import { useText } from "~/ui/use-text";
import type { ProposalStatus } from "./proposal.status";

const kinds: Record<ProposalStatus, BadgeKind> = {
  draft: "started",
  submitted: "good",
  in_review: "waiting",
  decided: "good",
  not_eligible: "closed",
  withdrawn: "closed",
  discarded: "closed",
  not_handed_in: "closed",
};

/** Where a proposal stands, in an applicant's words. */
export function StatusBadge({ status }: { status: ProposalStatus }) {
  const { t } = useText();
  return <Badge kind={kinds[status]}>{t(`apply.states.${status}`)}</Badge>;
}
