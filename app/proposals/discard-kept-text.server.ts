import type { Actor } from "~/access/actor";
import { type KeptPlace, keptFormsAt } from "./kept-forms.server";

/** Forgets the kept forms of these names, because their author said so. Returns the cookie to set, if there was anything. */
export async function discardKeptText(
  actor: Actor,
  place: KeptPlace,
  names: readonly string[],
  now: Date,
): Promise<string | null> {
  const { forget } = await keptFormsAt(actor, place, now);
  return forget(names);
}
