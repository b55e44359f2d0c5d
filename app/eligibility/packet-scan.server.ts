import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { calls } from "#db/schema/calls";
import { proposals, proposalVersions } from "#db/schema/proposals";
import { blindAnswers, isAsked, questionsOf } from "~/forms/form.rules";
import { termsToClear } from "~/identities/terms-to-clear.server";
import { Refusal } from "~/values/refusal";

/** What is to become a packet: the blind answers of the newest submitted version, its files where they are asked for, and the words to look for. */
export async function toBeCleared(tx: Tx, id: string, now: Date) {
  const [found] = await tx
    .select({ call: calls, blind: proposalVersions.blind, documents: proposalVersions.documents })
    .from(proposals)
    .innerJoin(calls, eq(calls.id, proposals.callId))
    .innerJoin(
      proposalVersions,
      and(eq(proposalVersions.proposalId, proposals.id), eq(proposalVersions.number, proposals.versionNumber)),
    )
    .where(eq(proposals.id, id));
  if (!found) throw new Refusal("not_allowed_now", "nothing_was_submitted");
  const unasked = new Set(
    questionsOf(found.call.form)
      .filter(({ question }) => !isAsked(found.call.form, question, found.blind))
      .map(({ question }) => question.id),
  );
  return {
    call: found.call,
    answers: blindAnswers(found.call.form, found.blind),
    documents: found.documents.filter(({ question }) => !unasked.has(question)),
    terms: await termsToClear(tx, id, now),
  };
}
