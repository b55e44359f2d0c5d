import { textsFor } from "~/calls/call-texts";
import { spokenAnswers } from "~/forms/spoken-answers";
import { managedProposal } from "~/proposals/managed-proposal.queries.server";
import { possibleActs } from "~/proposals/proposal-acts";
import type { PersonRef } from "~/values/person-ref";
import { checkable } from "./eligibility.rules";

/** Everything the officers' page of a proposal shows, in the words of its call. */
export async function proposalPage(officer: PersonRef, id: string, now: Date, locale: string) {
  const found = await managedProposal(officer, id, now);
  const { proposal, form, packet, recommendation, decision, releasedAt } = found;
  const { texts } = textsFor(proposal.texts, locale);
  const { title, slug, state, theme, zone, currency, requestedMinor, months, submittedAt } = proposal;
  const { withdrawnAt, withdrawnBecause, floorMinor, ceilingMinor } = proposal;
  const canCheck = checkable(proposal, now).allowed;
  const label = (question: string) => texts.form.questions[question]?.label ?? question;
  return {
    id: proposal.id,
    criteria: texts.eligibility,
    canCheck,
    title,
    slug,
    zone,
    currency,
    callTitle: texts.title,
    facts: {
      state,
      theme: theme ? (texts.themes[theme]?.title ?? theme) : null,
      ...{
        requestedMinor,
        months,
        submittedAt,
        withdrawnAt,
        withdrawnBecause,
        currency,
        floorMinor,
        ceilingMinor,
        zone,
      },
    },
    waits: state === "submitted" && !canCheck,
    acts: possibleActs({
      id: proposal.id,
      state,
      checkable: canCheck,
      hasPacket: packet !== null,
      hasRecommendation: recommendation !== null,
      released: releasedAt !== null,
    }),
    team: found.team,
    identity: spokenAnswers(form, texts, "identity", found.identity),
    blind: spokenAnswers(form, texts, "blind", found.blind),
    documents: found.documents.map(({ question, ...document }) => ({ ...document, label: label(question) })),
    versions: found.versions,
    checks: found.checks,
    reviewers: found.assignments,
    resolved: {
      packet: packet && { code: packet.code, hash: packet.hash, frozenAt: packet.frozenAt },
      recommendation,
      decision,
      ineligible: state === "ineligible",
      releasedAt,
    },
  };
}
