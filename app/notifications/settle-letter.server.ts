import { sql } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { record } from "~/audit/record.server";
import { must } from "~/values/verdict";

/**
 * An officer looked into a letter that is uncertain or failed: it leaves again with the same Message-ID, or it is
 * known to have arrived.
 */
export function settleLetter(actor: Actor, key: string, how: "send_again" | "arrived", now: Date): Promise<void> {
  return managing.transaction(actor.person, async (tx) => {
    must(may(actor, "read letters"));
    await tx.execute(sql`select notifications.settle(${key}, ${how}, ${now.toISOString()}::timestamptz)`);
    await record(tx, actor, now, "letter settled", { kind: "letter", id: key }, { how });
  });
}
