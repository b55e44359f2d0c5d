import { applying } from "#db/connections/applying.server";
import type { Actor } from "~/access/actor";
import { type FileToScan, filesToScan, scannedFiles } from "~/documents/file-scans.server";
import { askedQuestions, blindAnswers, questionsOf } from "~/forms/form.rules";
import { spokenAnswers } from "~/forms/spoken-answers";
import { type IdentityWord, identifyingTerms } from "~/identities/identifying-terms";
import { excerpts } from "~/identities/identity-scan";
import { myTeam } from "~/identities/my-team.server";
import { selfReferences } from "~/identities/self-reference";
import { textsOf } from "./answers-now.server";
import type { FileFinding } from "./file-findings";
import type { ProposalInHand } from "./own-proposals.queries.server";

/** Which answers are words to look for, as officers' checks read them. */
const kinds: Record<string, IdentityWord["kind"]> = {
  host_institution: "institution",
  orcid: "number",
  principal_investigator: "name",
  co_investigators: "people",
  partners: "places",
  safeguarding_lead: "name",
  ethics_body: "places",
};

/** More than anybody reads at once; the rest is counted. */
const mostShown = 50;

/**
 * The proposal exactly as reviewers would read it, with every place where the team gives itself away, in answers and in
 * the files that reviewers get copies of. A file that could not be read, or not yet, is told as such.
 */
export async function blindPreview(hand: ProposalInHand, actor: Actor, now: Date) {
  const [team, stored] = await applying.transaction(actor.person, (tx) =>
    Promise.all([myTeam(tx, hand.id), filesToScan(tx, hand.id)]),
  );
  const all = textsOf(hand.standing);
  const known: IdentityWord[] = [
    ...team.flatMap(({ name, email }) => [
      { kind: "name" as const, term: name },
      { kind: "email" as const, term: email },
    ]),
    ...Object.entries(kinds).flatMap(([question, kind]) => (all[question] ? [{ kind, term: all[question] }] : [])),
  ];
  const blind = blindAnswers(hand.call.form, all);
  const terms = identifyingTerms(known);
  const found = excerpts(blind, [...terms, ...selfReferences]);
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
    files: await blindFiles(hand, stored, terms, now),
    places: found.length,
    found: found.slice(0, mostShown).map((place) => ({
      ...place,
      label: words.form.questions[place.question]?.label ?? place.question,
      section: sectionOf(place.question),
    })),
  };
}

/**
 * The files of the blind part where they are asked for, in the order of the form; those of the identity part may name
 * whoever they like.
 */
async function blindFiles(
  { call, words, documents, standing }: ProposalInHand,
  stored: readonly FileToScan[],
  terms: readonly string[],
  now: Date,
): Promise<FileFinding[]> {
  const asked = askedQuestions(call.form, textsOf(standing));
  const blind = questionsOf(call.form).filter(
    ({ section, question }) => section.part === "blind" && asked.has(question.id),
  );
  const files = blind.flatMap(({ question }) => stored.filter((file) => file.question === question.id));
  const scans = await scannedFiles(files, terms, now);
  return scans.map(({ file: { id, question }, scan }) => ({
    question,
    section: blind.find((one) => one.question.id === question)?.section.id ?? "",
    label: words.form.questions[question]?.label ?? question,
    name: documents.find((document) => document.id === id)?.name ?? null,
    scan,
  }));
}

export type Preview = Awaited<ReturnType<typeof blindPreview>>;
