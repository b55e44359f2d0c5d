import { blindAnswers } from "~/forms/form.rules";
import { redacted } from "~/identities/identity-scan";
import { selfReferences } from "~/identities/self-reference";
import type { Packet } from "./assigning";
import { demoForm } from "./call/form";
import { termsOf } from "./people";
import type { Random } from "./random";
import type { Rows } from "./rows";
import type { WrittenProposal } from "./write-proposal";

const letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Careless places are put in word by word, so only answers that hold a term have to be searched closely. */
function blackedOut(answers: Record<string, string>, terms: readonly string[]): Record<string, string> {
  const sought = terms.map((term) => term.toLowerCase());
  const careless = Object.entries(answers).filter(([, text]) => {
    const plain = text.toLowerCase();
    return sought.some((term) => plain.includes(term));
  });
  return { ...answers, ...redacted(Object.fromEntries(careless), terms) };
}

/** Freezes what reviewers see: blind answers, blacked out where an applicant was careless; files come while loading. */
export function packetRow(
  rows: Rows,
  random: Random,
  proposal: WrittenProposal,
  index: number,
  at: Date,
  officer: string,
): Packet {
  const { blind, lead, orcid, plan, document } = proposal;
  const whole = blindAnswers(demoForm, blind);
  const answers = plan.fault ? blackedOut(whole, [...termsOf(lead, orcid), ...selfReferences]) : whole;
  const id = random.uuid();
  rows.packets.push({
    id,
    callId: proposal.callId,
    proposalId: proposal.id,
    code: random.code(8, letters),
    content: { answers },
    documents: document ? [{ question: "annex", storageKey: document.clearedKey, sha256: "", size: 0, pages: 1 }] : [],
    hash: "",
    frozenAt: at,
    frozenBy: officer,
  });
  return { id, proposal, index };
}
