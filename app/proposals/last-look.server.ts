import type { Actor } from "~/access/actor";
import { log } from "~/http/log.server";
import { blindPreview } from "./blind-preview.server";
import { findingsIn } from "./file-findings";
import type { ProposalInHand } from "./own-proposals.queries.server";

/**
 * What reviewers would notice, counted for the page on which a proposal is handed in. Null where that could not be found
 * out, whatever went wrong: no preview is worth a deadline.
 */
export async function lastLook(hand: ProposalInHand, actor: Actor, now: Date) {
  try {
    return findingsIn(await blindPreview(hand, actor, now));
  } catch (problem) {
    log.error({ proposal: hand.id, problem }, "a proposal could not be looked at before it is handed in");
    return null;
  }
}
