import { eq } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import { calls } from "#db/schema/calls";
import { proposals } from "#db/schema/proposals";
import { textsFor } from "~/calls/call-texts";
import { disclose } from "~/identities/disclose.server";
import type { PersonRef } from "~/values/person-ref";
import { Refusal } from "~/values/refusal";
import { tieName } from "./conflict.forms";
import { settleable } from "./settle.rules";
import { tiesOfOthers } from "./ties.queries.server";

/** The ties of others with one proposal, by name, for an officer who has none. Looking is a disclosure of the names. */
export function conflictsPage(officer: PersonRef, id: string, now: Date, locale: string) {
  return managing.transaction(officer, async (tx) => {
    const [found] = await tx
      .select({ title: proposals.title, slug: calls.slug, texts: calls.texts, zone: calls.zone })
      .from(proposals)
      .innerJoin(calls, eq(calls.id, proposals.callId))
      .where(eq(proposals.id, id));
    if (!found) throw new Refusal("not_found", "not_found");
    const { title, slug, texts, zone } = found;
    const ties = await tiesOfOthers(tx, id, officer);
    const seen = ties.flatMap(({ person, settledBy }) => (settledBy ? [person, settledBy] : [person]));
    const people = await disclose(tx, [...new Set(seen)], "assigning_reviewers", now);
    const nameOf = (ref: PersonRef | null) => (ref ? (people.get(ref)?.name ?? "") : "");
    return {
      ...{ id, title, slug, zone },
      callTitle: textsFor(texts, locale).texts.title,
      ties: ties.map(({ person, settledBy, foundAt, settledAt, ...tie }) => ({
        ...tie,
        key: tieName({ person, kind: tie.kind }),
        name: nameOf(person),
        by: nameOf(settledBy),
        at: settledAt ?? foundAt,
        settleable: settleable(tie),
      })),
    };
  });
}

/** What the page of conflicts shows. */
export type ConflictsPage = Awaited<ReturnType<typeof conflictsPage>>;
