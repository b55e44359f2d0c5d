import { eq } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import { calls } from "#db/schema/calls";
import { packets } from "#db/schema/eligibility";
import { proposals } from "#db/schema/proposals";
import { disclose } from "~/identities/disclose.server";
import { excerpts } from "~/identities/identity-scan";
import { selfReferences } from "~/identities/self-reference";
import type { PersonRef } from "~/values/person-ref";
import { Refusal } from "~/values/refusal";
import { toBeCleared } from "./packet-scan.server";

/** What stands in an officer's way, and what she needs to know, before a packet is frozen; or the packet itself. */
export function packetDesk(officer: PersonRef, id: string, now: Date) {
  return managing.transaction(officer, async (tx) => {
    const [found] = await tx
      .select({
        id: proposals.id,
        title: proposals.title,
        state: proposals.state,
        versionNumber: proposals.versionNumber,
        call: calls,
        packet: {
          code: packets.code,
          hash: packets.hash,
          content: packets.content,
          documents: packets.documents,
          frozenAt: packets.frozenAt,
          frozenBy: packets.frozenBy,
        },
      })
      .from(proposals)
      .innerJoin(calls, eq(calls.id, proposals.callId))
      .leftJoin(packets, eq(packets.proposalId, proposals.id))
      .where(eq(proposals.id, id));
    if (!found || found.versionNumber === 0) throw new Refusal("not_found", "not_found");
    const { packet, ...proposal } = found;
    if (packet) {
      const by = packet.frozenBy as PersonRef;
      const people = await disclose(tx, [by], "anonymity_check", now);
      return { ...proposal, packet: { ...packet, frozenBy: people.get(by)?.name ?? "" }, found: [], documents: [] };
    }
    if (proposal.state !== "eligible") return { ...proposal, packet: null, found: [], documents: [] };
    const { answers, documents, terms } = await toBeCleared(tx, id, now);
    return {
      ...proposal,
      packet: null,
      found: excerpts(answers, [...terms, ...selfReferences]),
      documents: documents.map(({ question, document }) => ({ question, document })),
    };
  });
}
