import { and, asc, desc, eq, gt } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import type { Tx } from "#db/connections/side.server";
import { assignments } from "#db/schema/assignments";
import { calls } from "#db/schema/calls";
import { decisions, releases } from "#db/schema/decisions";
import { documents } from "#db/schema/documents";
import { eligibilityDecisions, packets } from "#db/schema/eligibility";
import { recommendations } from "#db/schema/meetings";
import { proposalMembers, proposals, proposalVersions, receipts } from "#db/schema/proposals";
import { disclose, disclosePart } from "~/identities/disclose.server";
import type { PersonRef } from "~/values/person-ref";
import { Refusal } from "~/values/refusal";

async function foundProposal(tx: Tx, id: string) {
  const [found] = await tx
    .select({
      id: proposals.id,
      title: proposals.title,
      theme: proposals.theme,
      state: proposals.state,
      requestedMinor: proposals.requestedMinor,
      months: proposals.months,
      submittedAt: proposals.submittedAt,
      versionNumber: proposals.versionNumber,
      withdrawnAt: proposals.withdrawnAt,
      withdrawnBecause: proposals.withdrawnBecause,
      slug: calls.slug,
      texts: calls.texts,
      form: calls.form,
      currency: calls.currency,
      floorMinor: calls.floorMinor,
      ceilingMinor: calls.ceilingMinor,
      opensAt: calls.opensAt,
      closesAt: calls.closesAt,
      graceMinutes: calls.graceMinutes,
      zone: calls.zone,
    })
    .from(proposals)
    .innerJoin(calls, eq(calls.id, proposals.callId))
    .where(and(eq(proposals.id, id), gt(proposals.versionNumber, 0)));
  if (!found) throw new Refusal("not_found", "not_found");
  return found;
}

const versionsOf = (tx: Tx, id: string) =>
  tx
    .select({
      number: proposalVersions.number,
      submittedAt: proposalVersions.submittedAt,
      hash: proposalVersions.hash,
      reference: receipts.reference,
      blind: proposalVersions.blind,
    })
    .from(proposalVersions)
    .leftJoin(receipts, eq(receipts.versionId, proposalVersions.id))
    .where(eq(proposalVersions.proposalId, id))
    .orderBy(desc(proposalVersions.number));

const checksOf = (tx: Tx, id: string) =>
  tx
    .select({
      outcome: eligibilityDecisions.outcome,
      reason: eligibilityDecisions.reason,
      toApplicant: eligibilityDecisions.toApplicant,
      by: eligibilityDecisions.decidedBy,
      at: eligibilityDecisions.decidedAt,
    })
    .from(eligibilityDecisions)
    .where(eq(eligibilityDecisions.proposalId, id))
    .orderBy(desc(eligibilityDecisions.id));

const documentsOf = (tx: Tx, id: string) =>
  tx
    .select({
      id: documents.id,
      question: documents.question,
      state: documents.state,
      size: documents.size,
      pages: documents.pages,
    })
    .from(documents)
    .where(eq(documents.proposalId, id))
    .orderBy(asc(documents.uploadedAt));

const assignmentsOf = (tx: Tx, id: string) =>
  tx
    .select({
      id: assignments.id,
      reviewer: assignments.reviewer,
      pseudonym: assignments.pseudonym,
      state: assignments.state,
      dueAt: assignments.dueAt,
    })
    .from(assignments)
    .where(eq(assignments.proposalId, id))
    .orderBy(asc(assignments.pseudonym));

async function resolvedOf(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      packet: { code: packets.code, hash: packets.hash, frozenAt: packets.frozenAt, documents: packets.documents },
      recommendation: { outcome: recommendations.outcome, reason: recommendations.reason },
      decision: { outcome: decisions.outcome, amountMinor: decisions.amountMinor, decidedAt: decisions.decidedAt },
      releasedAt: releases.releasedAt,
    })
    .from(proposals)
    .leftJoin(packets, eq(packets.proposalId, proposals.id))
    .leftJoin(recommendations, eq(recommendations.proposalId, proposals.id))
    .leftJoin(decisions, eq(decisions.proposalId, proposals.id))
    .leftJoin(releases, eq(releases.callId, proposals.callId))
    .where(eq(proposals.id, id));
  return row ?? { packet: null, recommendation: null, decision: null, releasedAt: null };
}

const distinct = (people: readonly string[]) => [...new Set(people)] as PersonRef[];

/**
 * Everything an officer needs of one proposal, its people by name. Looking is two disclosures: the identity part, and
 * the names of its team, its reviewers and the officers who checked it.
 */
export function managedProposal(officer: PersonRef, id: string, now: Date) {
  return managing.transaction(officer, async (tx) => {
    const { form, ...proposal } = await foundProposal(tx, id);
    const [members, versions, checks, files, asked, resolved] = await Promise.all([
      tx.select().from(proposalMembers).where(eq(proposalMembers.proposalId, id)),
      versionsOf(tx, id),
      checksOf(tx, id),
      documentsOf(tx, id),
      assignmentsOf(tx, id),
      resolvedOf(tx, id),
    ]);
    const identity = await disclosePart(tx, id, "eligibility_check", now);
    const seen = distinct([
      ...members.map(({ person }) => person),
      ...asked.map(({ reviewer }) => reviewer),
      ...checks.map(({ by }) => by),
    ]);
    const people = await disclose(tx, seen, "eligibility_check", now);
    const nameOf = (ref: string) => people.get(ref as PersonRef)?.name ?? "";
    return {
      proposal,
      form,
      identity,
      blind: versions[0]?.blind ?? {},
      team: members.map(({ person, role }) => ({
        role,
        name: nameOf(person),
        email: people.get(person as PersonRef)?.email ?? "",
      })),
      versions: versions.map(({ blind: _, ...version }) => version),
      checks: checks.map(({ by, ...check }) => ({ ...check, by: nameOf(by) })),
      documents: files,
      assignments: asked.map(({ reviewer, ...assignment }) => ({ ...assignment, name: nameOf(reviewer) })),
      ...resolved,
    };
  });
}
