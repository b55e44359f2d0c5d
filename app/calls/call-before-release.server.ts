import { eq } from "drizzle-orm";
import type { Tx } from "#db/connections/side.server";
import { calls } from "#db/schema/calls";
import { releases } from "#db/schema/decisions";
import { no, type Verdict, yes } from "~/values/verdict";

/**
 * Holds a call against a release that is being prepared: what one officer prepared and another tells must not be joined
 * by a proposal on the way, which nobody could decide on any more. Refuses once a release is prepared
 * (release_is_prepared) or done (decisions_are_released).
 */
export async function callBeforeRelease(tx: Tx, call: string): Promise<Verdict> {
  await tx.select({ id: calls.id }).from(calls).where(eq(calls.id, call)).for("share");
  const [release] = await tx
    .select({ releasedAt: releases.releasedAt })
    .from(releases)
    .where(eq(releases.callId, call));
  if (!release) return yes;
  return no(release.releasedAt ? "decisions_are_released" : "release_is_prepared");
}
