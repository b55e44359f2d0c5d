import { createHash, randomBytes, randomUUID } from "node:crypto";
import { and, desc, eq } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import type { Tx } from "#db/connections/side.server";
import { calls } from "#db/schema/calls";
import { packets } from "#db/schema/eligibility";
import { proposals, proposalVersions } from "#db/schema/proposals";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { record } from "~/audit/record.server";
import { clearedDocuments } from "~/documents/cleared-documents.server";
import { blindAnswers } from "~/forms/form.rules";
import { termsToClear } from "~/identities/terms-to-clear.server";
import { lockedProposal } from "~/proposals/locked-proposal.server";
import { proposalLife } from "~/proposals/proposal.states";
import { canonicalJson } from "~/values/canonical-json";
import { Refusal } from "~/values/refusal";
import { nextState } from "~/values/state-table";
import { must } from "~/values/verdict";
import { foundTerms, redacted } from "./identity-scan";

/** A code without order or origin, short enough to say: eight characters without look-alikes. */
function packetCode(): string {
  const letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  return [...randomBytes(8)].map((byte) => letters[byte % letters.length]).join("");
}

async function newestVersion(tx: Tx, proposal: string, number: number) {
  const [version] = await tx
    .select({ blind: proposalVersions.blind, documents: proposalVersions.documents })
    .from(proposalVersions)
    .where(and(eq(proposalVersions.proposalId, proposal), eq(proposalVersions.number, number)))
    .orderBy(desc(proposalVersions.number))
    .limit(1);
  if (!version) throw new Refusal("not_allowed_now", "nothing_was_submitted");
  return version;
}

/**
 * Clears an eligible proposal for review: an immutable copy of its blind answers and cleared documents, under a random
 * code. Words that name the applicants stop it (identity_terms_found, with the places) until an officer says that they
 * are to be redacted; a redacted place is empty, never the original.
 */
export function freezePacket(actor: Actor, id: string, options: { redact: boolean }, now: Date) {
  return managing.transaction(actor.person, async (tx) => {
    const proposal = await lockedProposal(tx, id);
    must(may(actor, "freeze a blind packet"));
    const [call] = await tx
      .select({ form: calls.form, closesAt: calls.closesAt })
      .from(calls)
      .where(eq(calls.id, proposal.callId));
    if (!call || call.closesAt > now) throw new Refusal("not_allowed_now", "call_is_still_open");
    const state = nextState(proposalLife, proposal.state, "clear_for_review");
    const version = await newestVersion(tx, id, proposal.versionNumber);
    const terms = await termsToClear(tx, id, now);
    const original = blindAnswers(call.form, version.blind);
    const found = foundTerms(original, terms);
    if (found.length > 0 && !options.redact) {
      throw new Refusal("invalid", "identity_terms_found", {
        found: found.map(({ question, term }) => ({ question, term })),
      });
    }
    const answers = redacted(original, terms);
    const documents = await clearedDocuments(tx, version.documents, terms);
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
    await record(
      tx,
      actor,
      now,
      "packet frozen",
      { kind: "proposal", id },
      { code: packet.code, hash, redacted: found.length },
    );
    return packet;
  });
}
