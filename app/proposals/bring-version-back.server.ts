import { applying } from "#db/connections/applying.server";
import type { Actor } from "~/access/actor";
import { partOf } from "~/forms/form.rules";
import { Refusal } from "~/values/refusal";
import { historyOf } from "./earlier-versions.server";
import { ownProposal } from "./own-proposal.server";
import { saveAnswers } from "./save-answers.server";

/** Which text comes back, and the version that stood when its author looked. */
export type BroughtBack = { version: number; baseVersion: number };

/**
 * Makes an earlier text of an answer its newest version: a save like any other, so nothing is thrown away. Refuses what
 * saving refuses (after the close, without the role), an answer that changed since (answers_changed_meanwhile), and a
 * version of something else (not_found).
 */
export async function bringVersionBack(actor: Actor, id: string, question: string, asked: BroughtBack, now: Date) {
  const earlier = await applying.transaction(actor.person, async (tx) => {
    const { call } = await ownProposal(tx, actor, id);
    const part = partOf(call.form, question);
    const history = part ? await historyOf(tx, id, part, question) : [];
    return history.find((version) => version.id === asked.version);
  });
  if (!earlier) throw new Refusal("not_found", "not_found");
  const change = { question, baseVersion: asked.baseVersion, text: earlier.text };
  const { conflicts } = await saveAnswers(actor, id, [change], now, "brought_back");
  if (conflicts.length > 0) throw new Refusal("stale", "answers_changed_meanwhile");
}
