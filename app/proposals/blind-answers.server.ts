import { and, eq, gt, max } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { answerHistory, answers } from "#db/schema/proposals";
import type { PersonRef } from "~/values/person-ref";

type Written = { proposal: string; question: string; base: number; text: string; author: PersonRef };

/** What one author saves within this time of the first save is one version in the history, unless another text came between. */
const oneSitting = 5 * 60_000;

/** Saves a blind answer that still stands at its base version; false where somebody was faster. */
export async function saveBlindAnswer(
  tx: Tx,
  { proposal, question, base, text, author }: Written,
  kept: string,
  now: Date,
): Promise<boolean> {
  const here = and(eq(answers.proposalId, proposal), eq(answers.question, question));
  const next = { text, version: base + 1, author, updatedAt: now };
  const saved =
    base === 0
      ? await tx
          .insert(answers)
          .values({ proposalId: proposal, question, ...next })
          .onConflictDoNothing()
          .returning({ version: answers.version })
      : await tx
          .update(answers)
          .set(next)
          .where(and(here, eq(answers.version, base)))
          .returning({ version: answers.version });
  if (saved.length === 0) return false;
  const newest = tx
    .select({ id: max(answerHistory.id) })
    .from(answerHistory)
    .where(and(eq(answerHistory.proposalId, proposal), eq(answerHistory.question, question)));
  const collapsed = await tx
    .update(answerHistory)
    .set({ text, version: base + 1 })
    .where(
      and(
        eq(answerHistory.id, newest),
        eq(answerHistory.author, author),
        eq(answerHistory.kept, kept),
        gt(answerHistory.at, new Date(now.getTime() - oneSitting)),
      ),
    )
    .returning({ id: answerHistory.id });
  if (collapsed.length === 0)
    await tx
      .insert(answerHistory)
      .values({ proposalId: proposal, question, version: base + 1, text, author, at: now, kept });
  return true;
}

/** Keeps a text that lost a race. */
export async function keepBlindText(
  tx: Tx,
  { proposal, question, base, text, author }: Written,
  kept: string,
  now: Date,
): Promise<void> {
  await tx.insert(answerHistory).values({ proposalId: proposal, question, version: base, text, author, at: now, kept });
}
