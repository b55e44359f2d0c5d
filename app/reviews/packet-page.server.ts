import { sql } from "drizzle-orm";
import { reviewing } from "#db/connections/reviewing.server";
import { placeInQueue } from "~/assignments/queue.queries.server";
import { textsFor } from "~/calls/call-texts";
import { stepsOf } from "~/calls/rubric";
import { spokenAnswers } from "~/forms/spoken-answers";
import type { PersonRef } from "~/values/person-ref";
import type { CriterionOnSheet, LockSummary, PacketPage } from "./packet-page";
import { missingIn } from "./review.rules";
import { type PacketToReview, packetInHand } from "./score-sheet.queries.server";
import { meanOfReview } from "./weighted-mean";

function criteriaOf({ call, sheet }: PacketToReview, locale: string): CriterionOnSheet[] {
  const { texts } = textsFor(call.texts, locale);
  return call.rubric.criteria.map(({ id, weight, threshold }) => {
    const words = texts.criteria[id];
    const given = sheet.scores[id];
    return {
      id,
      title: words?.title ?? id,
      about: words?.about ?? "",
      weight,
      threshold: threshold ?? null,
      steps: stepsOf(call.rubric.scale).map((value) => ({
        value: String(value),
        words: words?.steps[String(value)] ?? "",
      })),
      value: given?.value ?? null,
      unableBecause: given?.unableBecause ?? null,
    };
  });
}

/** The packet as its reviewer sees it: the call's own words beside each answer, and her sheet. Nothing else travels. */
export async function packetPage(reviewer: PersonRef, code: string, locale: string): Promise<PacketPage> {
  const { packet, place } = await reviewing.glance(reviewer, async (tx) => {
    const [found, where] = await Promise.all([packetInHand(tx, code), placeInQueue(tx, code)]);
    return { packet: found, place: where };
  });
  const { texts } = textsFor(packet.call.texts, locale);
  const sections = spokenAnswers(packet.call.form, texts, "blind", packet.answers).map((section) => ({
    ...section,
    answers: section.answers.filter(({ id }) => id !== "title"),
  }));
  return {
    code: packet.code,
    place,
    title: packet.answers.title ?? "",
    callTitle: texts.title,
    currency: packet.call.currency,
    dueAt: packet.dueAt,
    sections,
    documents: packet.documents.map(({ pages, question }, index) => ({ number: index + 1, question, pages })),
    criteria: criteriaOf(packet, locale),
    toAdvisoryGroup: packet.sheet.toAdvisoryGroup,
    toApplicant: packet.sheet.toApplicant,
    savedAt: packet.sheet.savedAt,
    lockedAt: packet.sheet.lockedAt,
    closed: packet.call.reviewsClosed,
  };
}

/** What a reviewer checks before she locks: her scores, their mean, and her other reviews of the call beside them. */
export async function lockPage(reviewer: PersonRef, code: string, locale: string): Promise<LockSummary> {
  return reviewing.transaction(reviewer, async (tx) => {
    const packet = await packetInHand(tx, code);
    const [said] = await tx.execute<{ names_me: boolean }>(sql`select reviewing.names_me(${packet.sheet.toApplicant})`);
    return {
      code: packet.code,
      namesHer: said?.names_me ?? false,
      title: packet.answers.title ?? "",
      criteria: criteriaOf(packet, locale),
      toAdvisoryGroup: packet.sheet.toAdvisoryGroup,
      toApplicant: packet.sheet.toApplicant,
      lockedAt: packet.sheet.lockedAt,
      closed: packet.call.reviewsClosed,
      mean: meanOfReview(packet.sheet.scores, packet.call.rubric),
      missing: missingIn(packet.sheet, packet.call.rubric),
    };
  });
}
