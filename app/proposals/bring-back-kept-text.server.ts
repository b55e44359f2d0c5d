import { applying } from "#db/connections/applying.server";
import type { Actor } from "~/access/actor";
import { answersNow, textsOf } from "./answers-now.server";
import { type KeptPlace, keptFormsAt } from "./kept-forms.server";
import { saveAnswers } from "./save-answers.server";

/**
 * Saves the kept forms of these names as if they arrived now, the newest first, by the versions they were based on, and
 * only then forgets them. An answer that changed since is not replaced: its text goes into the history, and its form
 * stays kept for its author to copy. Refused where answers can no longer be changed, and kept all the same. Says whether
 * all of it stands, with the cookie to set.
 */
export async function bringBackKeptText(
  actor: Actor,
  place: KeptPlace,
  names: readonly string[],
  now: Date,
): Promise<{ complete: boolean; cookie: string | null }> {
  const { forms, forget } = await keptFormsAt(actor, place, now);
  const meant = forms.filter(({ name }) => names.includes(name));
  if (meant.length === 0) return { complete: false, cookie: null };
  const before = textsOf(await applying.transaction(actor.person, (tx) => answersNow(tx, place.proposal)));
  const done: string[] = [];
  for (const { name, changes } of meant) {
    // What a form did not change says nothing against a newer one.
    const changed = changes.filter(({ question, text }) => text !== (before[question] ?? ""));
    const { conflicts } = await saveAnswers(actor, place.proposal, changed, now, "brought_back");
    if (conflicts.every(({ yours }) => yours === "")) done.push(name);
  }
  return { complete: done.length === meant.length, cookie: await forget(done) };
}
