import { acceptingSubmissions } from "~/calls/call.rules";
import type { ProposalInHand } from "./own-proposals.queries.server";
import { discardable, takeable, withdrawable } from "./proposal.rules";
import { isOut } from "./proposal.status";

/** What the page of one's own proposal shows. */
export function deskOf(hand: ProposalInHand, now: Date) {
  const { id, title, role, status, submittedAt, changedSinceSubmission, reference, sections, percent, call, words } =
    hand;
  const inTime = acceptingSubmissions(call, now, hand.grace).allowed;
  const changeable = inTime && ["draft", "submitted"].includes(hand.state);
  return {
    id,
    title,
    status,
    submittedAt,
    changedSinceSubmission,
    reference,
    sections,
    percent,
    callTitle: words.title,
    callSlug: call.slug,
    closesAt: call.closesAt,
    zone: call.zone,
    maySubmit: changeable && role === "principal_investigator",
    mayWithdraw: role === "principal_investigator" && withdrawable(hand.state, status === "not_eligible").allowed,
    mayDiscard: role === "principal_investigator" && discardable(hand.state).allowed,
    mayTakeUp: role === "principal_investigator" && takeable(hand.state, call, now).allowed,
    open: inTime,
    out: isOut(status),
    language: hand.language,
    missing: changeable && role !== "viewer" ? missingOf(hand) : [],
  };
}

/** What is missing, in the call's words, with the way to it. */
function missingOf(hand: ProposalInHand) {
  const words = hand.words.form;
  return hand.missing.map(({ section, question, because }) => ({
    section,
    question,
    because,
    label: words.questions[question]?.label ?? question,
    sectionTitle: words.sections[section]?.title ?? section,
  }));
}

/** What the last page before submitting shows: what is missing, with the way to it. */
export function submissionPage(hand: ProposalInHand, now: Date) {
  return { ...deskOf(hand, now), missing: missingOf(hand) };
}

export type Desk = ReturnType<typeof deskOf>;
export type BeforeSubmission = ReturnType<typeof submissionPage>;
