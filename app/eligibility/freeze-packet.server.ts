import { createHash, randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import { packets } from "#db/schema/eligibility";
import { proposals } from "#db/schema/proposals";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { record } from "~/audit/record.server";
import { callBeforeRelease } from "~/calls/call-before-release.server";
import { clearedDocuments } from "~/documents/cleared-documents.server";
import { foundTerms, redacted } from "~/identities/identity-scan";
import { selfReferences } from "~/identities/self-reference";
import { termsToClear } from "~/identities/terms-to-clear.server";
import { lockedProposal } from "~/proposals/locked-proposal.server";
import { proposalLife } from "~/proposals/proposal.states";
import { canonicalJson } from "~/values/canonical-json";
import { Refusal } from "~/values/refusal";
import { nextState } from "~/values/state-table";
import { must } from "~/values/verdict";
import { checkable } from "./eligibility.rules";
import { toBeCleared } from "./packet-scan.server";
import type { WordInFile } from "./words-in-files";

/** What the officer settled: words to black out in the answers, words that name nobody there, questions whose files stay out. */
export type Clearance = {
  redact: readonly string[];
  accept: readonly string[];
  /** Words that name nobody in a file. Nobody looked at the files when she settled the answers, nor the other way round. */
  acceptInFile: readonly WordInFile[];
  leaveOut: readonly string[];
  /** Questions in whose files she looked at every picture and drawing, and saw nobody. */
  picturesSeen: readonly string[];
  /** Questions in whose files she looked at every note that reviewers will not get. */
  notesSeen: readonly string[];
};

const letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A code without order or origin, short enough to say: eight characters without look-alikes. */
function packetCode(): string {
  const fair = 256 - (256 % letters.length);
  const drawn = [...randomBytes(64)].filter((byte) => byte < fair).slice(0, 8);
  return drawn.map((byte) => letters[byte % letters.length]).join("");
}

/** Blacks out what is to be blacked out; a place that nobody settled stops the packet, wherever it came from. */
function clearedAnswers(original: Record<string, string>, terms: readonly string[], { redact, accept }: Clearance) {
  const found = foundTerms(original, [...terms, ...selfReferences]);
  const settled = new Set([...redact, ...accept]);
  const open = found.filter(({ term }) => !settled.has(term));
  if (open.length > 0) {
    const once = new Map(open.map(({ question, term }) => [`${question} ${term}`, { question, term }]));
    throw new Refusal("invalid", "identity_terms_found", {
      found: [...once.values()],
      fields: { words: "settle_each_word" },
    });
  }
  const blackedOut = found.filter(({ term }) => redact.includes(term)).map(({ term }) => term);
  return { answers: redacted(original, [...new Set(blackedOut)]), places: blackedOut.length };
}

/**
 * Clears an eligible proposal for review: an immutable copy of its blind answers and cleared documents, under a random
 * code. Words that name the applicants stop it (identity_terms_found, with the answers they stand in) until an officer has
 * settled each of them; a blacked-out place is empty, never the original. A file that cannot be cleared stops it too,
 * until it is left out, and one with pictures or drawings, which no scan reads, until somebody looked at them (pdf_has_pictures); so
 * does one with notes, which reviewers do not get (pdf_has_notes).
 * Names that a refusal carries were disclosed, and are written down though nothing else is.
 */
export async function freezePacket(actor: Actor, id: string, clearance: Clearance, now: Date) {
  return frozenPacket(actor, id, clearance, now).catch(async (problem) => {
    if (problem instanceof Refusal && problem.details?.found)
      await managing.transaction(actor.person, (tx) => termsToClear(tx, id, now));
    throw problem;
  });
}

function frozenPacket(actor: Actor, id: string, clearance: Clearance, now: Date) {
  return managing.transaction(actor.person, async (tx) => {
    const proposal = await lockedProposal(tx, id);
    must(may(actor, "freeze a blind packet"));
    const { call, answers: original, documents: submitted, terms } = await toBeCleared(tx, id, now);
    must(checkable(call, now));
    must(await callBeforeRelease(tx, proposal.callId));
    const state = nextState(proposalLife, proposal.state, "clear_for_review");
    const { answers, places } = clearedAnswers(original, terms, clearance);
    const documents = await clearedDocuments(
      tx,
      submitted.filter(({ question }) => !clearance.leaveOut.includes(question)),
      terms,
      clearance,
    );
    const content = { answers };
    const hash = createHash("sha256").update(canonicalJson({ content, documents })).digest("hex");
    const packet = { id: randomUUID(), code: packetCode(), hash };
    await tx.insert(packets).values({
      ...packet,
      callId: proposal.callId,
      proposalId: id,
      content,
      documents,
      frozenAt: now,
      frozenBy: actor.person ?? "",
    });
    await tx.update(proposals).set({ state }).where(eq(proposals.id, id));
    const leftOut = submitted.filter(({ question }) => clearance.leaveOut.includes(question)).length;
    await record(
      tx,
      actor,
      now,
      "packet frozen",
      { kind: "proposal", id },
      {
        ...{ code: packet.code, hash, redacted: places, leftOut },
        ...{ picturesSeen: clearance.picturesSeen.length, notesSeen: clearance.notesSeen.length },
      },
    );
    return packet;
  });
}
