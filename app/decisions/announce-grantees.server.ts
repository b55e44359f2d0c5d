import { eq, sql } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import { announcements, releases } from "#db/schema/decisions";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { record } from "~/audit/record.server";
import { Refusal } from "~/values/refusal";
import { must } from "~/values/verdict";
import { mustBeFreeOfConflicts } from "./free-of-conflicts.server";

/** Makes the grantees of a released call public, frozen as they were submitted; what was told stays told. */
export function announceGrantees(actor: Actor, call: string, now: Date): Promise<{ grantees: number }> {
  return managing.transaction(actor.person, async (tx) => {
    must(may(actor, "announce grantees"));
    await mustBeFreeOfConflicts(tx, call);
    const [release] = await tx.select().from(releases).where(eq(releases.callId, call));
    if (!release?.releasedAt) throw new Refusal("not_allowed_now", "decisions_are_not_released");
    await tx.insert(announcements).values({ callId: call, announcedBy: actor.person ?? "", announcedAt: now });
    const rows = await tx.execute<{ announced: number }>(
      sql`select identity.announce(${call}, ${now.toISOString()}) as announced`,
    );
    const grantees = rows[0]?.announced ?? 0;
    await record(tx, actor, now, "grantees announced", { kind: "call", id: call }, { grantees });
    return { grantees };
  });
}
