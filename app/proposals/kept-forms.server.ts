import { applying } from "#db/connections/applying.server";
import type { Actor } from "~/access/actor";
import { keptText } from "~/access/kept-text.server";
import { paths } from "~/ui/paths";
import type { PersonRef } from "~/values/person-ref";
import { answersNow } from "./answers-now.server";
import { keptAnswers } from "./kept-answers";
import { changesFromForm } from "./section.forms";

/** The section a text was posted to, and the cookies of the browser it was posted from. */
export type KeptPlace = { proposal: string; section: string; cookies: string | null };

/**
 * What this person posted to this section from this browser when her session had ended, the newest form first. Looking
 * writes nothing: a page may be fetched ahead, twice or by a restored tab, and none of that is her word. Nor do the texts
 * go into the fields by themselves, where a script would save them over what was written since: they stay here for a
 * day, until she says what to do.
 */
export async function keptFormsAt(actor: Actor, { proposal, section, cookies }: KeptPlace, now: Date) {
  const place = paths.proposalSection(proposal, section);
  const kept = await keptText(cookies, { person: actor.person as PersonRef, place, now });
  const forms = (kept?.forms ?? []).map(({ name, typed }) => ({ name, changes: changesFromForm(typed) }));
  return { forms, forget: async (names: readonly string[]) => (kept ? kept.forget(names) : null) };
}

/**
 * Forgets the kept forms of a proposal that stand as a whole after a save, such as from the browser's own journal: they
 * need nobody's word any more, and would look unsaved again after the next change. Returns the cookie to set, if there
 * was anything.
 */
export async function forgetStandingTexts(
  actor: Actor,
  proposal: string,
  cookies: string | null,
  now: Date,
): Promise<string | null> {
  const place = (kept: string) => kept.startsWith(paths.proposalSection(proposal, ""));
  const kept = await keptText(cookies, { person: actor.person as PersonRef, place, now });
  if (!kept) return null;
  const standing = await applying.transaction(actor.person, (tx) => answersNow(tx, proposal));
  const done = kept.forms.filter(({ typed }) => keptAnswers([changesFromForm(typed)], standing).length === 0);
  return done.length > 0 ? kept.forget(done.map(({ name }) => name)) : null;
}
