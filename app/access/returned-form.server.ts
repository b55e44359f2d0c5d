import { isWritten, typedTexts } from "~/forms/typed-texts";
import { type ReturnedForm, returnedField } from "~/ui/reader";
import type { PersonRef } from "~/values/person-ref";
import { formField } from "./form-field";
import { keptText } from "./kept-text.server";

const placeOf = (request: Request) => new URL(request.url).pathname;

/** The newest form that this person posted to this page when her session had ended. Looking writes nothing. */
export async function returnedForm(request: Request, person: PersonRef, now: Date): Promise<ReturnedForm | undefined> {
  const kept = await keptText(request.headers.get("cookie"), { person, place: placeOf(request), now });
  const [newest] = kept?.forms ?? [];
  if (!newest) return undefined;
  const { [formField]: _, [returnedField]: earlier = [], ...typed } = typedTexts(newest.typed);
  const written = Object.values(typed).flat().filter(isWritten);
  return { names: [newest.name, ...earlier], typed, written, isNews: request.method !== "POST" };
}

/** Forgets the kept form that was sent now, after it was done. Returns the cookie to set, if there was anything. */
export async function forgetSent(posted: Request, person: PersonRef, now: Date): Promise<string | null> {
  const kept = await keptText(posted.headers.get("cookie"), { person, place: placeOf(posted), now });
  if (!kept) return null;
  const names = new URLSearchParams(await posted.text()).getAll(returnedField);
  return names.length > 0 ? kept.forget(names) : null;
}

/** Forgets kept forms of these names, because their author said so. Returns the cookie to set, if there was anything. */
export async function discardReturned(
  cookies: string | null,
  person: PersonRef,
  names: readonly string[],
  now: Date,
): Promise<string | null> {
  const kept = await keptText(cookies, { person, place: () => true, now });
  return kept ? kept.forget(names) : null;
}
