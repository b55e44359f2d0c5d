import { and, eq, ne } from "drizzle-orm";
import { sessions } from "#db/connections/sessions.server";
import { people } from "#db/schema/access";
import { log } from "~/http/log.server";
import { chosenLocale } from "~/ui/locale-of-request";
import type { Locale } from "~/ui/locales";
import type { PersonRef } from "~/values/person-ref";

/** From now on letters to this person are written in the language she chose for the pages. */
export function writeLettersIn(person: PersonRef, locale: Locale): Promise<void> {
  return sessions.transaction(person, async (tx) => {
    await tx
      .update(people)
      .set({ locale })
      .where(and(eq(people.id, person), ne(people.locale, locale)));
  });
}

/**
 * Takes the language that was chosen before signing in for letters, too; not on a device that others use, where somebody
 * else may have chosen it. She is signed in by now: where only this fails, she hears that she is, and her letters stay as
 * they were.
 */
export async function takeUpChosenLanguage(
  person: PersonRef,
  { headers, shared }: { headers: Headers; shared: boolean },
): Promise<void> {
  const chosen = chosenLocale(headers);
  if (!chosen || shared) return;
  try {
    await writeLettersIn(person, chosen);
  } catch (problem) {
    log.error({ problem }, "a chosen language was not taken up for letters");
  }
}
