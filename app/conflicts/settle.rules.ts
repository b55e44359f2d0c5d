import { no, type Verdict, yes } from "~/values/verdict";
import type { ConflictKind } from "./conflict.rules";

/** What an officer may resolve about a tie of somebody else. */
export const settlements = ["dismissed", "confirmed"] as const;
export type Settlement = (typeof settlements)[number];

/** A tie as it stands: found or declared, and what was resolved about it. */
export type Tie = { person: string; kind: ConflictKind; state: "proposed" | Settlement };

/** Ties that may turn out to be none: found by comparing, or declared out of caution. The others are facts. */
const openToJudgement: readonly ConflictKind[] = [
  "same_institution",
  "same_email_domain",
  "named_in_proposal",
  "declared",
];

/** Whether a tie may be resolved about at all. */
export const settleable = (tie: Pick<Tie, "kind">): boolean => openToJudgement.includes(tie.kind);

/** Whether a tie may be settled so: it exists, is no plain fact, and does not stand so already. */
export function mayBeSettled(tie: Tie | undefined, wanted: Settlement): Verdict {
  if (!tie) return no("not_found", "not_found");
  if (!settleable(tie)) return no("conflict_is_a_fact");
  return tie.state === wanted ? no("conflict_is_settled_so") : yes;
}
