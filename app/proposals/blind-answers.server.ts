import { and, eq, gt } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { answerHistory, answers } from "#db/schema/proposals";
import type { PersonRef } from "~/values/person-ref";

type Written = { proposal: string; question: string; base: number; text: string; author: PersonRef };

/** Saves of one author within this time are one version in the history. */
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
  await tx
    .delete(answerHistory)
    .where(
      and(
        eq(answerHistory.proposalId, proposal),
        eq(answerHistory.question, question),
        eq(answerHistory.author, author),
        eq(answerHistory.kept, "autosave"),
        gt(answerHistory.at, new Date(now.getTime() - oneSitting)),
      ),
    );
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
