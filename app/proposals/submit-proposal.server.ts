import { createHash, randomBytes, randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { applying } from "#db/connections/applying.server";
import type { Tx } from "#db/connections/side.server";
import { proposals, proposalVersions, receipts } from "#db/schema/proposals";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { latestHead } from "~/audit/head.server";
import { record } from "~/audit/record.server";
import { signBytes } from "~/audit/signing-keys.server";
import { documentsToFreeze, ownDocuments } from "~/documents/documents.queries.server";
import { uploadThatRanOver } from "~/documents/upload-that-ran-over";
import type { Answers } from "~/forms/form";
import { askedQuestions, blindAnswers } from "~/forms/form.rules";
import { freezeIdentity } from "~/identities/my-answers.server";
import { enqueueLetter } from "~/notifications/enqueue-letter.server";
import { canonicalJson } from "~/values/canonical-json";
import { decimalsOf, wholeAmount } from "~/values/money";
import { normalisedText } from "~/values/normalised-text";
import type { PersonRef } from "~/values/person-ref";
import { newReference } from "~/values/reference";
import { Refusal } from "~/values/refusal";
import { nextState } from "~/values/state-table";
import { must } from "~/values/verdict";
import { answersNow, textsOf } from "./answers-now.server";
import { readGraceToken } from "./grace-token.server";
import { ownProposal } from "./own-proposal.server";
import { submittable } from "./proposal.rules";
import { proposalLife } from "./proposal.states";
import { type ReceiptBody, receiptBytes } from "./receipt";

type Own = Awaited<ReturnType<typeof ownProposal>>;

const hostOf = (answers: Answers) => ({
  name: answers.host_institution ?? "",
  normalisedName: normalisedText(answers.host_institution ?? ""),
  ror: answers.host_ror || null,
  country: answers.host_country ?? "",
  sector: answers.sector ?? answers.host_sector ?? "",
});

type Frozen = {
  blind: Answers;
  identity: Answers;
  documents: { document: string; question: string; sha256: string }[];
};

const hashOf = (frozen: Frozen, salt: string) =>
  createHash("sha256")
    .update(canonicalJson({ ...frozen, salt }))
    .digest("hex");

/** The reference of the newest submission where nothing has changed since: a second click is the same submission. */
async function sameSubmission(tx: Tx, { proposal }: Own, frozen: Frozen): Promise<string | null> {
  const [newest] = await tx
    .select({ salt: proposalVersions.salt, hash: proposalVersions.hash, reference: receipts.reference })
    .from(proposalVersions)
    .innerJoin(receipts, eq(receipts.versionId, proposalVersions.id))
    .where(and(eq(proposalVersions.proposalId, proposal.id), eq(proposalVersions.number, proposal.versionNumber)));
  return newest && hashOf(frozen, newest.salt) === newest.hash ? newest.reference : null;
}

/** An immutable copy of both parts and of the list of files, hashed with a salt of its own. */
async function freezeVersion(tx: Tx, actor: Actor, { proposal }: Own, frozen: Frozen, answers: Answers, now: Date) {
  const version = { id: randomUUID(), number: proposal.versionNumber + 1, salt: randomBytes(16).toString("hex") };
  const hash = hashOf(frozen, version.salt);
  await tx.insert(proposalVersions).values({
    ...version,
    proposalId: proposal.id,
    submittedAt: now,
    submittedBy: actor.person ?? "",
    blind: frozen.blind,
    documents: frozen.documents,
    hash,
  });
  await freezeIdentity(tx, version.id, proposal.id, hostOf(answers));
  return { ...version, hash };
}

function identityToFreeze(answers: Answers, form: Own["call"]["form"]): Answers {
  const asked = new Set(
    form.sections.filter(({ part }) => part === "identity").flatMap(({ questions }) => questions.map(({ id }) => id)),
  );
  return Object.fromEntries(Object.entries(answers).filter(([question]) => asked.has(question)));
}

async function giveReceipt(tx: Tx, proposal: string, version: { id: string; hash: string }, now: Date) {
  const body: Omit<ReceiptBody, "keyId"> = {
    reference: newReference(randomBytes(16)),
    instant: now.toISOString(),
    hash: version.hash,
    auditHead: await latestHead(tx),
  };
  const { signature, keyId } = signBytes((key) => receiptBytes({ ...body, keyId: key }));
  await tx
    .insert(receipts)
    .values({ ...body, instant: now, proposalId: proposal, versionId: version.id, keyId, signature });
  return body;
}

/**
 * The principal investigator hands in a finished proposal, for the first time or again until the close. Decided on the
 * held row by the instant of arrival; the version, its identity part, the receipt, the record and the letter are one
 * transaction. Refuses what is late (call_is_closed, with the close; counted apart) or incomplete (with the places).
 */
export async function submitProposal(actor: Actor, id: string, grace: unknown, now: Date): Promise<Submitted> {
  try {
    return await handIn(actor, id, grace, now);
  } catch (problem) {
    if (problem instanceof Refusal && problem.reason === "call_is_closed")
      await applying.transaction(actor.person, (tx) =>
        record(tx, actor, now, "late submission refused", { kind: "proposal", id }),
      );
    throw problem;
  }
}

type Submitted = { reference: string };

function handIn(actor: Actor, id: string, grace: unknown, now: Date): Promise<Submitted> {
  return applying.transaction(actor.person, async (tx) => {
    const own = await ownProposal(tx, actor, id, { hold: true });
    const { proposal, call, role } = own;
    must(may(actor, "submit a proposal", { role }));
    const answers = textsOf(await answersNow(tx, id));
    const files = await documentsToFreeze(tx, id, askedQuestions(call.form, answers));
    const documents = new Set(files.map(({ question }) => question));
    const begun =
      readGraceToken(grace, actor.person as PersonRef, id) ?? uploadThatRanOver(await ownDocuments(tx, id), call);
    must(submittable({ state: proposal.state, form: call.form, answers, documents }, call, now, begun));
    const frozen = {
      blind: blindAnswers(call.form, answers),
      identity: identityToFreeze(answers, call.form),
      documents: files,
    };
    const same = await sameSubmission(tx, own, frozen);
    if (same) return { reference: same };
    const version = await freezeVersion(tx, actor, own, frozen, answers, now);
    const receipt = await giveReceipt(tx, id, version, now);
    const requested = wholeAmount(answers.requested ?? "");
    await tx
      .update(proposals)
      .set({
        state: nextState(proposalLife, proposal.state, "submit"),
        submittedAt: now,
        versionNumber: version.number,
        title: answers.title ?? "",
        theme: answers.theme || null,
        months: Number(answers.months) || null,
        requestedMinor: requested === null ? null : requested * 10 ** decimalsOf(call.currency),
      })
      .where(eq(proposals.id, id));
    const event = await record(
      tx,
      actor,
      now,
      "proposal submitted",
      { kind: "proposal", id },
      { version: version.number, hash: version.hash },
    );
    await enqueueLetter(tx, {
      event,
      recipient: actor.person as PersonRef,
      template: "submission_receipt",
      data: { proposal: id, reference: receipt.reference, instant: receipt.instant, hash: receipt.hash },
    });
    return { reference: receipt.reference };
  });
}
