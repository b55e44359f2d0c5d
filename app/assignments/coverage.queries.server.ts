import { and, asc, count, eq, ne, sql } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import type { Tx } from "#db/connections/side.server";
import { advisoryMemberships, assignments } from "#db/schema/assignments";
import { calls } from "#db/schema/calls";
import { conflicts } from "#db/schema/conflicts";
import { packets } from "#db/schema/eligibility";
import { proposals } from "#db/schema/proposals";
import { countsOfCall, managedCall } from "~/calls/managed-calls.queries.server";
import { disclose } from "~/identities/disclose.server";
import type { PersonRef } from "~/values/person-ref";
import { Refusal } from "~/values/refusal";
import { coveragePageSize } from "./coverage-page";

export type Member = {
  ref: PersonRef;
  name: string;
  institution: string | null;
  invitedAt: Date;
  agreedAt: Date | null;
  /** Reviews asked of her in this call that stand, and those of them that are locked. */
  load: number;
  locked: number;
};

const byName = (one: Member, other: Member) => new Intl.Collator("en").compare(one.name, other.name);

/** The advisory group of a call with its loads; reviews of proposals the officer is conflicted with are not counted. */
async function membersOf(tx: Tx, call: string, because: "advisory_group" | "assigning_reviewers", now: Date) {
  const rows = await tx
    .select({
      ref: advisoryMemberships.person,
      invitedAt: advisoryMemberships.invitedAt,
      agreedAt: advisoryMemberships.agreedAt,
      load: sql<number>`count(*) filter (where ${assignments.state} in ('assigned', 'locked'))::int`,
      locked: sql<number>`count(*) filter (where ${assignments.state} = 'locked')::int`,
    })
    .from(advisoryMemberships)
    .leftJoin(
      assignments,
      and(eq(assignments.reviewer, advisoryMemberships.person), eq(assignments.callId, advisoryMemberships.callId)),
    )
    .where(eq(advisoryMemberships.callId, call))
    .groupBy(advisoryMemberships.person, advisoryMemberships.invitedAt, advisoryMemberships.agreedAt);
  const people = await disclose(
    tx,
    rows.map((row) => row.ref as PersonRef),
    because,
    now,
  );
  const members: Member[] = rows.map((row) => {
    const person = people.get(row.ref as PersonRef);
    return {
      ...row,
      ref: row.ref as PersonRef,
      name: person?.name ?? "",
      institution: person?.institution ?? null,
    };
  });
  return members.sort(byName);
}

/** Who sits in the advisory group of a call. */
export function advisoryGroupOf(officer: PersonRef, slug: string, now: Date) {
  return managing.transaction(officer, async (tx) => {
    const call = await managedCall(tx, slug);
    const counts = await countsOfCall(tx, call.id);
    return { call, counts, members: await membersOf(tx, call.id, "advisory_group", now) };
  });
}

/** Packets of a call with their reviewers counted, those with the fewest first, and who has how many. */
export function coverageOfCall(officer: PersonRef, slug: string, page: number, now: Date) {
  return managing.transaction(officer, async (tx) => {
    const call = await managedCall(tx, slug);
    const standing = sql<number>`(select count(*)::int from assignments
      where assignments.packet_id = ${packets.id} and assignments.state in ('assigned', 'locked'))`;
    const inReview = and(eq(packets.callId, call.id), ne(proposals.state, "withdrawn"));
    const [counts, rows, [total]] = await Promise.all([
      countsOfCall(tx, call.id),
      tx
        .select({
          id: proposals.id,
          code: packets.code,
          title: proposals.title,
          theme: proposals.theme,
          asked: standing,
          locked: sql<number>`(select count(*)::int from assignments
            where assignments.packet_id = ${packets.id} and assignments.state = 'locked')`,
          conflicts: sql<number>`(select count(distinct conflicts.person)::int from conflicts
            where conflicts.proposal_id = ${proposals.id} and conflicts.state <> 'dismissed')`,
        })
        .from(packets)
        .innerJoin(proposals, eq(proposals.id, packets.proposalId))
        .where(inReview)
        .orderBy(asc(standing), asc(packets.code))
        .limit(coveragePageSize)
        .offset((page - 1) * coveragePageSize),
      tx
        .select({
          packets: count(),
          covered: sql<number>`count(*) filter (where ${standing} >= 3)::int`,
        })
        .from(packets)
        .innerJoin(proposals, eq(proposals.id, packets.proposalId))
        .where(inReview),
    ]);
    const members = await membersOf(tx, call.id, "assigning_reviewers", now);
    return { call, counts, rows, packets: total?.packets ?? 0, covered: total?.covered ?? 0, members };
  });
}

const takenOf = (tx: Tx, id: string) =>
  tx
    .select({
      id: assignments.id,
      reviewer: assignments.reviewer,
      pseudonym: assignments.pseudonym,
      state: assignments.state,
      dueAt: assignments.dueAt,
      assignedAt: assignments.assignedAt,
    })
    .from(assignments)
    .where(eq(assignments.proposalId, id))
    .orderBy(asc(assignments.pseudonym));

const tiesOf = (tx: Tx, id: string) =>
  tx
    .select({ person: conflicts.person, kind: conflicts.kind, state: conflicts.state })
    .from(conflicts)
    .where(and(eq(conflicts.proposalId, id), ne(conflicts.state, "dismissed")))
    .orderBy(asc(conflicts.kind));

/** Whom an officer may ask to review a proposal, with loads and known ties, and who was asked already. */
export function assigningDesk(officer: PersonRef, id: string, now: Date) {
  return managing.transaction(officer, async (tx) => {
    const [found] = await tx
      .select({
        id: proposals.id,
        title: proposals.title,
        state: proposals.state,
        callId: calls.id,
        slug: calls.slug,
        texts: calls.texts,
        zone: calls.zone,
        scoringClosesAt: calls.scoringClosesAt,
        code: packets.code,
      })
      .from(proposals)
      .innerJoin(calls, eq(calls.id, proposals.callId))
      .leftJoin(packets, eq(packets.proposalId, proposals.id))
      .where(eq(proposals.id, id));
    if (!found) throw new Refusal("not_found", "not_found");
    const [taken, ties] = await Promise.all([takenOf(tx, id), tiesOf(tx, id)]);
    const members = await membersOf(tx, found.callId, "assigning_reviewers", now);
    const nameOf = (ref: string) => members.find((member) => member.ref === ref)?.name ?? "";
    return {
      proposal: found,
      taken: taken.map((row) => ({ ...row, name: nameOf(row.reviewer) })),
      members: members.map((member) => ({
        ...member,
        asked: taken.some(({ reviewer }) => reviewer === member.ref),
        ties: ties.filter(({ person }) => person === member.ref).map(({ kind, state }) => ({ kind, state })),
      })),
    };
  });
}

/** The dates that an assignment of a proposal has to fit. */
export function datesForAssigning(officer: PersonRef, id: string) {
  return managing.transaction(officer, async (tx) => {
    const [call] = await tx
      .select({ zone: calls.zone, scoringClosesAt: calls.scoringClosesAt })
      .from(proposals)
      .innerJoin(calls, eq(calls.id, proposals.callId))
      .where(eq(proposals.id, id));
    if (!call) throw new Refusal("not_found", "not_found");
    return call;
  });
}
