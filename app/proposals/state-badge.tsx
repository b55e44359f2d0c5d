import { Badge, type BadgeKind } from "~/ui/badge";
import { useText } from "~/ui/use-text";

const kinds: Record<string, BadgeKind> = {
  submitted: "waiting",
  ineligible: "bad",
  eligible: "waiting",
  in_review: "started",
  awarded: "good",
  withdrawn: "closed",
  abandoned: "closed",
};

/** Where a proposal stands, in an officer's words. */
export function StateBadge({ state }: { state: string }) {
  const { find } = useText();
  return <Badge kind={kinds[state] ?? "plain"}>{find(`manage.proposals.states.${state}`) ?? state}</Badge>;
}
