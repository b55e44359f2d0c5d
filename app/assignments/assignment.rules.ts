import { no, type Verdict, yes } from "~/values/verdict";

/** Whether a reviewer may be asked, given the ties that stand: a confirmed conflict of any kind blocks. */
export function assignable(ties: readonly { kind: string; state: string }[]): Verdict {
  const blocking = ties.filter((tie) => tie.state === "confirmed").map((tie) => tie.kind);
  return blocking.length === 0 ? yes : no("reviewer_is_conflicted", "not_allowed_now", { kinds: blocking });
}
