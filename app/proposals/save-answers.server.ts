import { and, eq, sql } from "drizzle-orm";
import { applying } from "#db/connections/applying.server";
import type { Tx } from "#db/connections/side.server";
import { answerSaves, proposals } from "#db/schema/proposals";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { partOf } from "~/forms/form.rules";
import { keepIdentityText, saveIdentityAnswer } from "~/identities/my-answers.server";
import type { PersonRef } from "~/values/person-ref";
import { Refusal } from "~/values/refusal";
import { must } from "~/values/verdict";
import { answersNow } from "./answers-now.server";
import { keepBlindText, saveBlindAnswer } from "./blind-answers.server";
import { ownProposal } from "./own-proposal.server";
import type { AnswerConflict } from "./proposal";
import { editable } from "./proposal.rules";
import { plainText } from "./section.forms";

/** One changed answer: the text, the version it was based on, and a name for this save so that it counts once. */
export type AnswerChange = { question: string; baseVersion: number; text: string; saveId?: string };

export type SavedAnswers = { versions: Record<string, number>; conflicts: AnswerConflict[] };

/** What a machine can take; limits of the call are checked on submitting, so that no word is lost while writing. */
const longestText = 60_000;

/** Saves of this proposal that already happened, by their names. */
async function earlierSaves(tx: Tx, proposal: string, changes: readonly AnswerChange[]) {
  const ids = changes.flatMap(({ saveId }) => (saveId ? [saveId] : []));
  if (ids.length === 0) return new Map<string, number>();
  const rows = await tx
    .select({ saveId: answerSaves.saveId, version: answerSaves.version })
    .from(answerSaves)
    .where(and(eq(answerSaves.proposalId, proposal), sql`${answerSaves.saveId} in ${ids}`));
  return new Map(rows.map((row) => [row.saveId, row.version]));
}

/**
 * The list of proposals shows title and theme of a draft without reading answers. After the first submission they are
 * those of the version that counts, and submitting sets them.
 */
async function carryOver(tx: Tx, proposal: string, { question, text }: AnswerChange) {
  if (question === "title") await tx.update(proposals).set({ title: text }).where(eq(proposals.id, proposal));
  if (question === "theme")
    await tx
      .update(proposals)
      .set({ theme: text || null })
      .where(eq(proposals.id, proposal));
}

/**
 * Saves answers of a proposal. An answer that somebody else changed since is not overwritten: it comes back as a
 * conflict with both texts, and the text that lost is kept in the history. Saving the same text twice changes nothing.
 * What was brought back is a version of its own in the history: it takes the place of nothing written a moment before.
 */
export function saveAnswers(
  actor: Actor,
  id: string,
  changes: readonly AnswerChange[],
  now: Date,
  kept: "autosave" | "brought_back" = "autosave",
): Promise<SavedAnswers> {
  return applying.transaction(actor.person, async (tx) => {
    const { proposal, call, role } = await ownProposal(tx, actor, id, { hold: true });
    must(may(actor, "edit a proposal", { role }));
    must(editable(proposal.state, call, now));
    const [standing, earlier] = await Promise.all([answersNow(tx, id), earlierSaves(tx, id, changes)]);
    const result: SavedAnswers = { versions: {}, conflicts: [] };
    for (const change of changes) {
      const { question, baseVersion, saveId } = change;
      const text = plainText(change.text);
      const part = partOf(call.form, question);
      if (!part) throw new Refusal("not_found", "not_found");
      if (text.length > longestText)
        throw new Refusal("invalid", "text_is_too_long", { fields: { [question]: "text_is_too_long" } });
      const known = saveId === undefined ? undefined : earlier.get(saveId);
      if (known !== undefined) {
        result.versions[question] = known;
        continue;
      }
      const stands = standing.get(question) ?? { text: "", version: 0 };
      if (stands.text === text) {
        result.versions[question] = stands.version;
        continue;
      }
      const written = { proposal: id, question, base: baseVersion, text, author: actor.person as PersonRef };
      const save = part === "blind" ? saveBlindAnswer : saveIdentityAnswer;
      const keep = part === "blind" ? keepBlindText : keepIdentityText;
      if (!(await save(tx, written, kept, now))) {
        await keep(tx, written, "conflicting", now);
        result.conflicts.push({ question, theirs: stands.text, version: stands.version, yours: text });
        continue;
      }
      result.versions[question] = baseVersion + 1;
      if (saveId)
        await tx
          .insert(answerSaves)
          .values({ saveId, proposalId: id, question, version: baseVersion + 1 })
          .onConflictDoNothing();
      if (proposal.state === "draft") await carryOver(tx, id, { ...change, text });
    }
    return result;
  });
}
