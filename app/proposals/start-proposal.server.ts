import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { applying } from "#db/connections/applying.server";
import { calls } from "#db/schema/calls";
import { proposalMembers, proposals } from "#db/schema/proposals";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { record } from "~/audit/record.server";
import { acceptingSubmissions } from "~/calls/call.rules";
import { Refusal } from "~/values/refusal";
import { must } from "~/values/verdict";

/** An applicant starts a proposal in an open call and leads it as its principal investigator. Returns its id. */
export function startProposal(actor: Actor, slug: string, now: Date): Promise<string> {
  return applying.transaction(actor.person, async (tx) => {
    must(may(actor, "start a proposal"));
    const [call] = await tx.select().from(calls).where(eq(calls.slug, slug));
    if (!call || !actor.person) throw new Refusal("not_found", "not_found");
    must(acceptingSubmissions(call, now));
    const id = randomUUID();
    await tx.insert(proposals).values({ id, callId: call.id, state: "draft", createdAt: now });
    await tx.insert(proposalMembers).values({ proposalId: id, person: actor.person, role: "principal_investigator" });
    await record(tx, actor, now, "proposal started", { kind: "proposal", id });
    return id;
  });
}
