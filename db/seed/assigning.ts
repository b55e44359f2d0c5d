import type { Member } from "./advisory-group";
import type { Random } from "./random";
import type { Rows } from "./rows";
import type { WrittenProposal } from "./write-proposal";

export type Packet = {
  id: string;
  proposal: WrittenProposal /** Its place among the proposals under review. */;
  index: number;
};
export type Assigned = { row: Rows["assignments"][number]; packet: Packet; member: Member; memberIndex: number };

/** Ties between members and proposals; all of them block. */
export function conflictRows(
  rows: Rows,
  random: Random,
  members: readonly Member[],
  proposals: readonly WrittenProposal[],
  at: Date,
  officer: string,
) {
  const blocked = new Map<string, Set<string>>();
  const add = (member: Member, proposal: WrittenProposal, kind: string, because: string) => {
    const known = blocked.get(member.person.ref) ?? new Set();
    if (known.has(proposal.id)) return;
    blocked.set(member.person.ref, known.add(proposal.id));
    rows.conflicts.push({
      proposalId: proposal.id,
      person: member.person.ref,
      kind,
      state: "confirmed",
      foundAt: at,
      settledBy: officer,
      settledAt: at,
      settledBecause: because,
    });
  };
  const byHost = new Map<string, WrittenProposal[]>();
  for (const proposal of proposals) {
    const host = proposal.lead.institution.id;
    byHost.set(host, [...(byHost.get(host) ?? []), proposal]);
  }
  for (const member of members) {
    for (const proposal of byHost.get(member.person.institution.id) ?? []) {
      if (proposal.lead.ref === member.person.ref) add(member, proposal, "own_proposal", "leads the proposal");
      else add(member, proposal, "same_institution", "works at the host institution");
    }
    // Whoever applies judges no rival; the pair is only written down where somebody asks.
    if (proposals.some(({ lead }) => lead.ref === member.person.ref))
      blocked.set(member.person.ref, new Set(proposals.map(({ id }) => id)));
    if (member.tie !== "co_author") continue;
    const tied = random.shuffled(proposals).find(({ plan }) => plan.fate === "reviewed");
    if (tied) add(member, tied, "declared", "published together within three years");
  }
  return blocked;
}

type Asked = {
  callId: string;
  members: readonly Member[];
  packets: readonly Packet[];
  blocked: Map<string, Set<string>>;
  each: number;
  assignedAt: Date;
  dueAt: Date;
  officer: string;
};

const letters = ["A", "B", "C", "D", "E", "F"];

/** Gives each packet its reviewers: whoever has least to do and no tie, drawn by lot among equals. */
export function assign(rows: Rows, random: Random, asked: Asked): Assigned[] {
  const load = asked.members.map(() => 0);
  const result: Assigned[] = [];
  for (const packet of random.shuffled(asked.packets)) {
    const order = asked.members
      .map((member, index) => ({ member, index, place: (load[index] ?? 0) + random.next() * 0.9 }))
      .filter(({ member }) => !asked.blocked.get(member.person.ref)?.has(packet.proposal.id))
      .sort((one, other) => one.place - other.place)
      .slice(0, asked.each);
    const pseudonyms = random.shuffled(letters.slice(0, order.length));
    order.forEach(({ member, index }, place) => {
      load[index] = (load[index] ?? 0) + 1;
      result.push(addAssignment(rows, random, asked, packet, member, index, pseudonyms[place] ?? "Z"));
    });
  }
  return result;
}

/** One more assignment, for whoever takes over from a reviewer that dropped out. */
export function addAssignment(
  rows: Rows,
  random: Random,
  asked: Pick<Asked, "callId" | "assignedAt" | "dueAt" | "officer">,
  packet: Packet,
  member: Member,
  memberIndex: number,
  pseudonym: string,
): Assigned {
  const row: Rows["assignments"][number] = {
    id: random.uuid(),
    callId: asked.callId,
    packetId: packet.id,
    proposalId: packet.proposal.id,
    reviewer: member.person.ref,
    pseudonym,
    salt: random.code(24, "0123456789abcdef"),
    state: "assigned",
    dueAt: asked.dueAt,
    assignedAt: asked.assignedAt,
    assignedBy: asked.officer,
    recusedAt: null,
    recusedBecause: null,
  };
  rows.assignments.push(row);
  return { row, packet, member, memberIndex };
}
