import { reviewing } from "#db/connections/reviewing.server";
import type { Actor } from "~/access/actor";
import { keptText } from "~/access/kept-text.server";
import { paths } from "~/ui/paths";
import type { PersonRef } from "~/values/person-ref";
import { keptSheet } from "./kept-sheet";
import { sheetFromForm } from "./review.forms";
import { packetInHand } from "./score-sheet.queries.server";

/** The packet a sheet was posted to, and the cookies of the browser it was posted from. */
export type KeptPlace = { code: string; cookies: string | null };

/** The sheets that this reviewer posted when her session had ended, the newest first. Looking writes nothing; she says what becomes of them. */
export async function keptSheetsAt(actor: Actor, { code, cookies }: KeptPlace, now: Date) {
  const kept = await keptText(cookies, { person: actor.person as PersonRef, place: paths.packet(code), now });
  const sheets = (kept?.forms ?? []).map(({ name, typed }) => ({ name, change: sheetFromForm(typed) }));
  return { sheets, forget: async (names: readonly string[]) => (kept ? kept.forget(names) : null) };
}

/**
 * Forgets the kept sheets that stand as a whole after a save: they need nobody's word any more, and would look unsaved
 * again after the next change. Returns the cookie to set, if there was anything.
 */
export async function forgetStandingSheets(actor: Actor, place: KeptPlace, now: Date): Promise<string | null> {
  const { sheets, forget } = await keptSheetsAt(actor, place, now);
  if (sheets.length === 0) return null;
  const { sheet } = await reviewing.transaction(actor.person, (tx) => packetInHand(tx, place.code));
  const standing = sheets.filter(({ change }) => keptSheet(change, sheet) === null).map(({ name }) => name);
  return standing.length > 0 ? forget(standing) : null;
}
