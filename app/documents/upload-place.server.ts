import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { calls } from "#db/schema/calls";
import { documents } from "#db/schema/documents";
import { proposalMembers, proposals } from "#db/schema/proposals";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { Refusal } from "~/values/refusal";
import { must } from "~/values/verdict";
import type { UploadPlace } from "./document.rules";
import type { UploadTarget } from "./upload-router.server";

/** More files than this in an hour for one proposal is no longer somebody working on it. */
const mostPerHour = 60;

/**
 * What deciding about an upload needs to know, once it is clear that the actor may change the proposal; read from the database at this moment. A proposal of somebody else is
 * not there at all: the connection does not see it.
 */
export async function uploadPlace(
  tx: Tx,
  actor: Actor,
  target: UploadTarget,
  options: { lock?: boolean } = {},
): Promise<UploadPlace> {
  const found = tx
    .select({
      proposalState: proposals.state,
      callState: calls.state,
      opensAt: calls.opensAt,
      closesAt: calls.closesAt,
      graceMinutes: calls.graceMinutes,
      form: calls.form,
      role: proposalMembers.role,
    })
    .from(proposals)
    .innerJoin(calls, eq(calls.id, proposals.callId))
    .innerJoin(
      proposalMembers,
      and(eq(proposalMembers.proposalId, proposals.id), eq(proposalMembers.person, actor.person ?? "")),
    )
    .where(eq(proposals.id, target.proposal));
  const [row] = await (options.lock ? found.for("update", { of: proposals }) : found);
  if (!row) throw new Refusal("not_found", "not_found");
  const { form, role, ...place } = row;
  must(may(actor, "upload a document", { role }));
  const asked = form.sections.flatMap((section) => section.questions).find(({ id }) => id === target.question);
  return { ...place, questionKind: asked?.kind ?? null };
}

/** Stops somebody who sends files without end; removed ones count too. */
export async function mustNotFlood(tx: Tx, proposal: string, now: Date): Promise<void> {
  const anHourAgo = new Date(now.getTime() - 3_600_000);
  const [counted] = await tx
    .select({ sent: sql<number>`count(*)::int` })
    .from(documents)
    .where(and(eq(documents.proposalId, proposal), sql`${documents.uploadedAt} > ${anHourAgo.toISOString()}`));
  if ((counted?.sent ?? 0) >= mostPerHour) throw new Refusal("too_many", "too_many_files");
}
