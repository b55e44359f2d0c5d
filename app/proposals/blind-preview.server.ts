import { applying } from "#db/connections/applying.server";
import type { Actor } from "~/access/actor";
import { blindAnswers } from "~/forms/form.rules";
import { spokenAnswers } from "~/forms/spoken-answers";
import { type IdentityWord, identifyingTerms } from "~/identities/identifying-terms";
import { excerpts } from "~/identities/identity-scan";
import { myTeam } from "~/identities/my-team.server";
import { selfReferences } from "~/identities/self-reference";
import { textsOf } from "./answers-now.server";
import type { ProposalInHand } from "./own-proposals.queries.server";

const kinds: Record<string, IdentityWord["kind"]> = {
  host_institution: "institution",
  orcid: "number",
  principal_investigator: "name",
  co_investigators: "people",
  partners: "places",
};

/** More than anybody reads at once; the rest is counted. */
const mostShown = 50;

/** The proposal exactly as reviewers would read it, with every place where the team gives itself away. */
export async function blindPreview(hand: ProposalInHand, actor: Actor) {
  const team = await applying.transaction(actor.person, (tx) => myTeam(tx, hand.id));
  const all = textsOf(hand.standing);
  const known: IdentityWord[] = [
    ...team.flatMap(({ name, email }) => [
      { kind: "name" as const, term: name },
      { kind: "email" as const, term: email },
    ]),
    ...Object.entries(kinds).flatMap(([question, kind]) => (all[question] ? [{ kind, term: all[question] }] : [])),
  ];
  const blind = blindAnswers(hand.call.form, all);
  const found = excerpts(blind, [...identifyingTerms(known), ...selfReferences]);
  const { words } = hand;
  const sections = spokenAnswers(hand.call.form, words, "blind", all);
  const sectionOf = (question: string) =>
    sections.find(({ answers }) => answers.some(({ id }) => id === question))?.id ?? "";
  return {
    id: hand.id,
    title: hand.title,
    language: hand.language,
    currency: hand.call.currency,
    sections,
    files: blindFiles(hand),
    places: found.length,
    found: found.slice(0, mostShown).map((place) => ({
      ...place,
      label: words.form.questions[place.question]?.label ?? place.question,
      section: sectionOf(place.question),
    })),
  };
}

/** The questions of the blind part that a file answers, with their label; never what the file is called. */
function blindFiles({ call, words, documents }: ProposalInHand) {
  const blind = call.form.sections.filter(({ part }) => part === "blind").flatMap(({ questions }) => questions);
  const given = new Set(documents.map(({ question }) => question));
  return blind
    .filter(({ id, kind }) => kind === "file" && given.has(id))
    .map(({ id }) => ({ id, label: words.form.questions[id]?.label ?? id }));
}

export type Preview = Awaited<ReturnType<typeof blindPreview>>;
