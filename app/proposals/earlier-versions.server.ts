import { and, eq } from "drizzle-orm";
import { applying } from "#db/connections/applying.server";
import type { Tx } from "#db/connections/side.server";
import { answerHistory } from "#db/schema/proposals";
import type { Actor } from "~/access/actor";
import { type CallTexts, textsFor } from "~/calls/call-texts";
import type { Part } from "~/forms/form";
import { questionsOf } from "~/forms/form.rules";
import { inWords } from "~/forms/spoken-answers";
import { myIdentityHistory } from "~/identities/my-answers.server";
import { Refusal } from "~/values/refusal";
import { answersNow } from "./answers-now.server";
import { ownProposal } from "./own-proposal.server";
import { editable } from "./proposal.rules";

export type EarlierVersion = {
  id: number;
  /** As a reader says it: options in words. */
  text: string;
  at: Date;
  byMe: boolean;
  /** Somebody else was faster, and this text was kept beside what stands. */
  lost: boolean;
};

export type VersionsPage = {
  proposal: string;
  proposalTitle: string;
  section: string;
  sectionTitle: string;
  question: string;
  label: string;
  language: string;
  zone: string;
  open: boolean;
  stands: { text: string; version: number };
  versions: EarlierVersion[];
};

/** Every text an answer had, as its authors typed it. */
export function historyOf(tx: Tx, proposal: string, part: Part, question: string) {
  if (part === "identity") return myIdentityHistory(tx, proposal, question);
  const { id, text, author, at, kept } = answerHistory;
  return tx
    .select({ id, text, author, at, kept })
    .from(answerHistory)
    .where(and(eq(answerHistory.proposalId, proposal), eq(answerHistory.question, question)));
}

/**
 * The earlier texts of one answer, the newest first, without what stands; for everybody who works on the proposal. Files
 * have no earlier versions: they, and what the form does not ask, are not found.
 */
export function earlierVersions(
  actor: Actor,
  id: string,
  asked: string,
  locale: string,
  now: Date,
): Promise<VersionsPage> {
  return applying.transaction(actor.person, async (tx) => {
    const { proposal, call, role } = await ownProposal(tx, actor, id);
    const place = questionsOf(call.form).find(({ question }) => question.id === asked && question.kind !== "file");
    if (!place) throw new Refusal("not_found", "not_found");
    const [standing, history] = await Promise.all([answersNow(tx, id), historyOf(tx, id, place.section.part, asked)]);
    const { texts, language } = textsFor(call.texts as Record<string, CallTexts>, locale);
    const words = texts.form.questions[asked];
    const stands = standing.get(asked) ?? { text: "", version: 0 };
    const earlier = history.filter(({ text }) => text !== stands.text).sort((one, other) => other.id - one.id);
    return {
      proposal: id,
      proposalTitle: standing.get("title")?.text ?? proposal.title,
      section: place.section.id,
      sectionTitle: texts.form.sections[place.section.id]?.title ?? place.section.id,
      question: asked,
      label: words?.label ?? asked,
      language,
      zone: call.zone,
      open: editable(proposal.state, call, now).allowed && role !== "viewer",
      stands: { text: inWords(stands.text, words?.options), version: stands.version },
      versions: earlier.map(({ id: version, text, at, author, kept }) => ({
        id: version,
        text: inWords(text, words?.options),
        at,
        byMe: author === actor.person,
        lost: kept === "conflicting",
      })),
    };
  });
}
