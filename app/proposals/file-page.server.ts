import { questionsOf } from "~/forms/form.rules";
import { Refusal } from "~/values/refusal";
import type { ProposalInHand } from "./own-proposals.queries.server";
import { editable } from "./proposal.rules";

/** The page on which one file is sent by a plain form, apart from answers that a plain form would not carry along. */
export function filePage(hand: ProposalInHand, id: string, now: Date) {
  const found = questionsOf(hand.call.form).find(({ question }) => question.id === id && question.kind === "file");
  if (!found) throw new Refusal("not_found", "not_found");
  const { form } = hand.words;
  const [current] = hand.documents.filter(({ question }) => question === id);
  return {
    proposal: hand.id,
    proposalTitle: hand.title,
    language: hand.language,
    section: found.section.id,
    sectionTitle: form.sections[found.section.id]?.title ?? found.section.id,
    question: id,
    label: form.questions[id]?.label ?? id,
    hint: form.questions[id]?.hint ?? null,
    required: found.question.required,
    open: editable(hand.state, hand.call, now).allowed && hand.role !== "viewer",
    current: current ? { id: current.id, name: current.name } : null,
  };
}

/** What the page of a file shows. */
export type FilePage = ReturnType<typeof filePage>;
