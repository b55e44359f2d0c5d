import { createHmac } from "node:crypto";
import { formIssuedTo } from "~/access/kept-text.server";
import { countriesIn } from "~/forms/countries.server";
import { keyFor } from "~/http/environment.server";
import type { Locale } from "~/ui/locales";
import type { PersonRef } from "~/values/person-ref";
import { Refusal } from "~/values/refusal";
import { keptAnswers } from "./kept-answers";
import type { ProposalInHand } from "./own-proposals.queries.server";
import { editable } from "./proposal.rules";
import type { AnswerChange } from "./save-answers.server";
import type { SectionPage } from "./section-page";

type Options = {
  now: Date;
  locale: Locale;
  /** Whether answers that would not be accepted say so. */
  check: boolean;
  person: PersonRef;
  /** Whether others use this device too. */
  shared: boolean;
  /** The forms that were posted to this section when its session had ended. */
  kept?: { name: string; changes: AnswerChange[] }[];
  returned?: boolean;
};

/**
 * A name for the journal in the browser that says nothing about whose it is. It outlives a session, so that text which
 * was typed after one had ended is there again after signing in.
 */
const journalName = (person: PersonRef) =>
  createHmac("sha256", keyFor("journal")).update(person).digest("base64url").slice(0, 16);

/** One section of the form in the call's words, with what stands and, when asked, what is wrong with it. */
export function sectionPage(hand: ProposalInHand, id: string, options: Options): SectionPage {
  const section = hand.call.form.sections.find((candidate) => candidate.id === id);
  if (!section) throw new Refusal("not_found", "not_found");
  const words = hand.words.form;
  const kept = options.kept ?? [];
  const keptChanges = kept.map(({ changes }) => changes);
  return {
    proposal: hand.id,
    proposalTitle: hand.title,
    section: id,
    title: words.sections[id]?.title ?? id,
    about: words.sections[id]?.about ?? null,
    part: section.part,
    language: hand.language,
    currency: hand.call.currency,
    closesAt: hand.call.closesAt,
    zone: hand.call.zone,
    open: editable(hand.state, hand.call, options.now).allowed && hand.role !== "viewer",
    journal: options.shared ? null : journalName(options.person),
    issued: formIssuedTo(options.person),
    kept: { names: kept.map(({ name }) => name), answers: keptAnswers(keptChanges, hand.standing) },
    returned: options.returned ?? false,
    sections: hand.sections,
    questions: section.questions.map((question) => {
      const stands = hand.standing.get(question.id) ?? { text: "", version: 0 };
      const text = words.questions[question.id];
      const wrong = hand.missing.find((one) => one.question === question.id && one.because !== "answer_is_missing");
      return {
        id: question.id,
        kind: question.kind,
        required: question.required,
        label: text?.label ?? question.id,
        hint: text?.hint ?? null,
        limit: question.limit ?? null,
        keptMonths: question.retentionMonths ?? null,
        options:
          question.kind === "country"
            ? countriesIn(options.locale)
            : (question.options ?? []).map((value) => ({ value, label: text?.options?.[value] ?? value })),
        shownWhen: question.shownWhen ?? null,
        text: stands.text,
        version: stands.version,
        documents: hand.documents
          .filter((file) => file.question === question.id)
          .map(({ id: file, name, size }) => ({ id: file, name, size })),
        broken: options.check ? (wrong?.because ?? null) : null,
      };
    }),
  };
}

/** The section after this one, or null at the end. */
export function nextSection(page: SectionPage): string | null {
  const at = page.sections.findIndex(({ id }) => id === page.section);
  return page.sections[at + 1]?.id ?? null;
}
