import { sql } from "drizzle-orm";
import { reviewing } from "#db/connections/reviewing.server";
import type { Tx } from "#db/connections/side.server";
import type { Actor } from "~/access/actor";
import { must } from "~/values/verdict";
import type { ScoreSheet, SheetChange } from "./review";
import { acceptablePart, sheetAllowed } from "./review.rules";
import { packetInHand } from "./score-sheet.queries.server";

/**
 * Saves scores and comments of an open review. Scores are integers on the rubric's scale or "not able to judge" with a
 * reason; earlier values stay in the history. Refuses a locked review (review_is_locked). Scores off the scale, texts that
 * are too long, a missing reason (sheet_has_problems) and a comment that another window of hers changed since the form
 * began (comment_changed_meanwhile) are refused by their fields, after everything else of the sheet was saved.
 */
export async function saveScoreSheet(
  actor: Actor,
  code: string,
  change: SheetChange,
  now: Date,
): Promise<{ savedAt: Date }> {
  const verdict = await reviewing.transaction(actor.person, async (tx) => {
    await tx.execute(sql`select reviewing.hold(${code})`);
    const { call, sheet } = await packetInHand(tx, code);
    const verdict = sheetAllowed(change, sheet, call.rubric);
    await saveParts(tx, code, sheet, acceptablePart(change, verdict), now);
    return verdict;
  });
  must(verdict);
  return { savedAt: now };
}

/** Writes what differs from what stands. */
async function saveParts(tx: Tx, code: string, sheet: ScoreSheet, change: SheetChange, now: Date): Promise<void> {
  for (const [criterion, given] of Object.entries(change.scores)) {
    const stands = sheet.scores[criterion];
    const same = (stands?.value ?? null) === given.value && (stands?.unableBecause ?? null) === given.unableBecause;
    if (same) continue;
    await tx.execute(
      sql`select reviewing.save_score(${code}, ${criterion}, ${given.value}::int, ${given.unableBecause}, ${now.toISOString()})`,
    );
  }
  if (change.comments) {
    const { toAdvisoryGroup = sheet.toAdvisoryGroup, toApplicant = sheet.toApplicant } = change.comments;
    if (toAdvisoryGroup !== sheet.toAdvisoryGroup || toApplicant !== sheet.toApplicant) {
      await tx.execute(
        sql`select reviewing.save_comments(${code}, ${toAdvisoryGroup}, ${toApplicant}, ${now.toISOString()})`,
      );
    }
  }
}
