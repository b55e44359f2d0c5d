import { applying } from "#db/connections/applying.server";
import type { Actor } from "~/access/actor";
import { keptText } from "~/access/kept-text.server";
import type { PersonRef } from "~/values/person-ref";
import { Refusal } from "~/values/refusal";
import { answersNow, textsOf } from "./answers-now.server";
import type { AnswerConflict } from "./proposal";
import { saveAnswers } from "./save-answers.server";
import { changesFromForm } from "./section.forms";

/** What became of text that was posted when its session had ended. */
export type Returned = {
  conflicts: AnswerConflict[];
  /** Texts that can no longer be saved, for their author to copy. */
  unsaved: { question: string; text: string }[];
};

type Visit = { request: Request; now: Date; context: { setCookie(cookie: string): void } };

/**
 * Completes a post that came without a session, once the account its form was issued to is back: the texts are saved as
 * if they had arrived now, by the versions they were based on. Null where nothing was kept for this page and person.
 */
export async function returnedText(actor: Actor, proposal: string, visit: Visit): Promise<Returned | null> {
  const { request, now, context } = visit;
  const kept = await keptText(request.headers.get("cookie"), {
    person: actor.person as PersonRef,
    place: new URL(request.url).pathname,
    now,
  });
  if (!kept) return null;
  const before = textsOf(await applying.transaction(actor.person, (tx) => answersNow(tx, proposal)));
  // What a form did not change says nothing against a newer one; of two that changed the same, the newer counts.
  const forms = kept.forms.map(({ typed }) =>
    changesFromForm(typed).filter(({ question, text }) => text !== (before[question] ?? "")),
  );
  try {
    const conflicts: AnswerConflict[] = [];
    for (const changes of forms) conflicts.push(...(await saveAnswers(actor, proposal, changes, now)).conflicts);
    context.setCookie(await kept.forget(kept.forms.map(({ name }) => name)));
    return { conflicts, unsaved: [] };
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    return { conflicts: [], unsaved: forms.flat().filter(({ text }) => text !== "") };
  }
}
