import { and, eq, ne } from "drizzle-orm";
import { sessions } from "#db/connections/sessions.server";
import { people } from "#db/schema/access";
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
