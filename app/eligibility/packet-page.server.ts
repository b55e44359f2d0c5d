import { textsFor } from "~/calls/call-texts";
import { spokenAnswers } from "~/forms/spoken-answers";
import type { Excerpt } from "~/identities/identity-scan";
import { selfReferences } from "~/identities/self-reference";
import type { PersonRef } from "~/values/person-ref";
import { checkable } from "./eligibility.rules";
import { packetDesk } from "./packet.queries.server";
import type { FoundWord, PacketPage } from "./packet-page";

/** More places than anybody reads of one word; the rest is counted and not sent. */
const mostShown = 50;

/** The places found, word by word, in the call's own words for the questions. */
function byWord(found: readonly Excerpt[], label: (question: string) => string): FoundWord[] {
  const words = new Map<string, FoundWord>();
  for (const { term, question, before, found: text, after } of found) {
    const word = words.get(term) ?? { term, selfReference: selfReferences.includes(term), count: 0, places: [] };
    word.count += 1;
    if (word.count <= mostShown) word.places.push({ question: label(question), before, found: text, after });
    words.set(term, word);
  }
  return [...words.values()];
}

/** The page of a blind packet: what has to be settled before it is frozen, or what was frozen. */
export async function packetPage(officer: PersonRef, id: string, now: Date, locale: string): Promise<PacketPage> {
  const { call, packet, found, documents, title, state } = await packetDesk(officer, id, now);
  const { texts } = textsFor(call.texts, locale);
  const label = (question: string) => texts.form.questions[question]?.label ?? question;
  const blind = new Set(
    call.form.sections
      .filter(({ part }) => part === "blind")
      .flatMap(({ questions }) => questions.map((one) => one.id)),
  );
  const closed = checkable(call, now).allowed;
  return {
    id,
    title,
    slug: call.slug,
    callTitle: texts.title,
    state,
    currency: call.currency,
    zone: call.zone,
    canFreeze: !packet && state === "eligible" && closed,
    waits: !closed,
    words: byWord(found, label),
    files: documents
      .filter(({ question }) => blind.has(question))
      .map((file) => ({ ...file, label: label(file.question) })),
    frozen: packet && {
      code: packet.code,
      hash: packet.hash,
      by: packet.frozenBy,
      at: packet.frozenAt,
      files: packet.documents.map(({ question, pages, sha256 }) => ({ label: label(question), pages, sha256 })),
      sections: spokenAnswers(call.form, texts, "blind", packet.content.answers),
    },
  };
}
