import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import type { Tx } from "#db/connections/side.server";
import { advisoryMemberships, assignments } from "#db/schema/assignments";
import { conflicts } from "#db/schema/conflicts";
import { packets } from "#db/schema/eligibility";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { record } from "~/audit/record.server";
import { callBeforeRelease } from "~/calls/call-before-release.server";
import { conflictsBetween } from "~/identities/conflict-facts.server";
import { enqueueLetter } from "~/notifications/enqueue-letter.server";
import { lockedProposal } from "~/proposals/locked-proposal.server";
import type { PersonRef } from "~/values/person-ref";
import { Refusal } from "~/values/refusal";
import { must } from "~/values/verdict";
import { assignable } from "./assignment.rules";

/** Records what was found between a reviewer and a proposal, so that the board shows it and the database blocks it. */
async function settledConflicts(tx: Tx, reviewer: PersonRef, proposal: string, now: Date) {
  const [pair] = await conflictsBetween(tx, [reviewer], [proposal], now);
  for (const finding of pair?.findings ?? []) {
    await tx
      .insert(conflicts)
      .values({
        proposalId: proposal,
        person: reviewer,
        kind: finding.kind,
        state: finding.hard ? "confirmed" : "proposed",
        foundAt: now,
      })
      .onConflictDoNothing();
  }
  const known = await tx
    .select({ kind: conflicts.kind, state: conflicts.state })
    .from(conflicts)
    .where(and(eq(conflicts.proposalId, proposal), eq(conflicts.person, reviewer)));
  return known.filter((conflict) => conflict.state !== "dismissed");
}

/**
 * A letter of the alphabet that is free in this packet, drawn by lot: stable inside one proposal, and no sign of who she is
 * where letters of several proposals are laid side by side.
 */
async function freePseudonym(tx: Tx, packet: string): Promise<string> {
  const taken = await tx
    .select({ pseudonym: assignments.pseudonym })
    .from(assignments)
    .where(eq(assignments.packetId, packet));
  const used = new Set(taken.map((row) => row.pseudonym));
  const free = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].filter((letter) => !used.has(letter));
  const letter = free[randomInt(Math.max(1, free.length))];
  if (!letter) throw new Refusal("not_allowed_now", "too_many_reviewers");
  return letter;
}

/** What an assignment comes to: a letter on its way, or the kinds of conflict that stopped it. */
type Assigned = { assignment: string } | { stoppedBy: string[] };

/**
 * A programme officer asks a member of the advisory group to review a packet; the letter leaves with it. Findings of
 * conflict are kept even when they stop the assignment, so the refusal (reviewer_is_conflicted, with the kinds) is only
 * spoken once they are committed. Refuses once a release is prepared (release_is_prepared) or done.
 */
export async function assignReviewer(
  actor: Actor,
  asked: { proposal: string; reviewer: string; dueAt: Date },
  now: Date,
): Promise<{ assignment: string }> {
  const outcome = await managing.transaction(actor.person, (tx) =>
    assign(tx, actor, { ...asked, reviewer: asked.reviewer as PersonRef }, now),
  );
  if ("assignment" in outcome) return outcome;
  throw new Refusal("invalid", "reviewer_is_conflicted", {
    kinds: outcome.stoppedBy,
    fields: { reviewer: "reviewer_is_conflicted" },
  });
}

async function assign(
  tx: Tx,
  actor: Actor,
  asked: { proposal: string; reviewer: PersonRef; dueAt: Date },
  now: Date,
): Promise<Assigned> {
  const proposal = await lockedProposal(tx, asked.proposal);
  must(may(actor, "assign a reviewer"));
  must(await callBeforeRelease(tx, proposal.callId));
  const [packet] = await tx.select({ id: packets.id }).from(packets).where(eq(packets.proposalId, asked.proposal));
  const [membership] = await tx
    .select({ person: advisoryMemberships.person })
    .from(advisoryMemberships)
    .where(and(eq(advisoryMemberships.callId, proposal.callId), eq(advisoryMemberships.person, asked.reviewer)));
  if (!packet) throw new Refusal("not_allowed_now", "packet_is_not_frozen");
  if (proposal.state !== "in_review") throw new Refusal("not_allowed_now", "proposal_is_not_in_review");
  if (!membership) throw new Refusal("not_allowed_now", "not_in_the_advisory_group");
  const ties = await settledConflicts(tx, asked.reviewer, asked.proposal, now);
  const verdict = assignable(ties);
  if (!verdict.allowed) {
    const kinds = ties.map((tie) => tie.kind);
    await record(
      tx,
      actor,
      now,
      "assignment stopped by a conflict",
      { kind: "proposal", id: asked.proposal },
      { kinds },
    );
    return { stoppedBy: kinds };
  }
  const id = randomUUID();
  await tx.insert(assignments).values({
    id,
    callId: proposal.callId,
    packetId: packet.id,
    proposalId: asked.proposal,
    reviewer: asked.reviewer,
    pseudonym: await freePseudonym(tx, packet.id),
    salt: randomBytes(12).toString("hex"),
    state: "assigned",
    dueAt: asked.dueAt,
    assignedAt: now,
    assignedBy: actor.person ?? "",
  });
  const event = await record(tx, actor, now, "reviewer assigned", { kind: "assignment", id });
  await enqueueLetter(tx, {
    event,
    recipient: asked.reviewer,
    template: "assignment",
    data: { dueAt: asked.dueAt.toISOString() },
  });
  return { assignment: id };
}
