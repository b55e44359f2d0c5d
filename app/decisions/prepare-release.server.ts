import { managing } from "#db/connections/managing.server";
import { releases } from "#db/schema/decisions";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { record } from "~/audit/record.server";
import { must } from "~/values/verdict";
import { releasable } from "./decision.rules";
import { mustBeFreeOfConflicts } from "./free-of-conflicts.server";
import { releaseFacts } from "./release.queries.server";

/** One officer asks for the release of a call whose proposals are all decided; another one will do it. */
export function prepareRelease(actor: Actor, call: string, now: Date) {
  return managing.transaction(actor.person, async (tx) => {
    must(may(actor, "prepare a release"));
    await mustBeFreeOfConflicts(tx, call);
    must(releasable(await releaseFacts(tx, call)));
    await tx
      .insert(releases)
      .values({ callId: call, preparedBy: actor.person ?? "", preparedAt: now })
      .onConflictDoNothing();
    await record(tx, actor, now, "release prepared", { kind: "call", id: call });
  });
}
