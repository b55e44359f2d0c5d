import { sessions } from "#db/connections/sessions.server";
import { record } from "~/audit/record.server";
import type { PersonRef } from "~/values/person-ref";
import { endEverySession } from "./lucia.server";

/** Signs a person out on every device. */
export async function signOutEverywhere(person: PersonRef, now: Date): Promise<void> {
  await endEverySession(person);
  await sessions.transaction(person, (tx) =>
    record(tx, { person, hats: [], hat: "visitor" }, now, "signed out everywhere", { kind: "person", id: person }),
  );
}
