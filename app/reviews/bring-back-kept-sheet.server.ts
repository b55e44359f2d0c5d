import type { Actor } from "~/access/actor";
import { type KeptPlace, keptSheetsAt } from "./kept-sheet.server";
import { saveScoreSheet } from "./save-score-sheet.server";

/**
 * Saves the sheet of this name, which was posted when its session had ended; what stood before stays in the history.
 * Refused like any other save. It stays kept until it is seen to stand (`forgetStandingSheets`).
 */
export async function bringBackKeptSheet(actor: Actor, place: KeptPlace, name: string, now: Date): Promise<void> {
  const { sheets } = await keptSheetsAt(actor, place, now);
  const kept = sheets.find((sheet) => sheet.name === name);
  if (!kept) return;
  const { scores, comments } = kept.change;
  // She saw what stands beside it: this is her word, whatever the sheet was based on.
  await saveScoreSheet(actor, place.code, { scores, comments }, now);
}
