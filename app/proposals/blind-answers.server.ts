import { and, eq, gt, max, sql } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { answerHistory, answers } from "#db/schema/proposals";
import type { PersonRef } from "~/values/person-ref";

type Written = { proposal: string; question: string; base: number; text: string; author: PersonRef };

const oneSitting = 5 * 60_000;

/**
 * Saves a blind answer that still stands at its base version; false where somebody was faster. In the history, autosaves of
 * one author within five minutes of the first are one version, unless another text came between, or the text does not go on
 * from what was kept last (`fund.goes_on`): what was deleted or replaced can be brought back. What was brought back is
 * always a version of its own. For the identity part the database keeps the same rule (`identity.save_answer`).
 */
export async function saveBlindAnswer(tx: Tx, written: Written, kept: string, now: Date): Promise<boolean> {
  const { proposal, question, base, text, author } = written;
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
  const collapsed = kept === "autosave" ? await collapse(tx, written, now) : false;
  if (!collapsed)
    await tx
      .insert(answerHistory)
      .values({ proposalId: proposal, question, version: base + 1, text, author, at: now, kept });
  return true;
}

/** Puts an autosave in the place of the one before; false where both have to be kept. */
async function collapse(tx: Tx, { proposal, question, base, text, author }: Written, now: Date): Promise<boolean> {
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
        eq(answerHistory.kept, "autosave"),
        gt(answerHistory.at, new Date(now.getTime() - oneSitting)),
        sql`fund.goes_on(${answerHistory.text}, ${text}::text)`,
      ),
    )
    .returning({ id: answerHistory.id });
  return collapsed.length > 0;
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
