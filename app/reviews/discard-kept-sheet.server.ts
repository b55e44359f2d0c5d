import type { Actor } from "~/access/actor";
import { type KeptPlace, keptSheetsAt } from "./kept-sheet.server";

/** Forgets the kept sheet of this name, because its author said so. Returns the cookie to set, if there was anything. */
export async function discardKeptSheet(
  actor: Actor,
  place: KeptPlace,
  name: string,
  now: Date,
): Promise<string | null> {
  const { forget } = await keptSheetsAt(actor, place, now);
  return forget([name]);
}
