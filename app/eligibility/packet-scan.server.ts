import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { calls } from "#db/schema/calls";
import { proposals, proposalVersions } from "#db/schema/proposals";
import { askedQuestions, blindAnswers } from "~/forms/form.rules";
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
  const asked = askedQuestions(found.call.form, found.blind);
  return {
    call: found.call,
    answers: blindAnswers(found.call.form, found.blind),
    documents: found.documents.filter(({ question }) => asked.has(question)),
    terms: await termsToClear(tx, id, now),
  };
}
