import { createHash, randomBytes } from "node:crypto";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { managing } from "#db/connections/managing.server";
import { advisoryMemberships } from "#db/schema/assignments";
import type { Actor } from "~/access/actor";
import { may } from "~/access/may";
import { record } from "~/audit/record.server";
import { managedCall } from "~/calls/managed-calls.queries.server";
import { invitePerson } from "~/identities/invite-person.server";
import { enqueueLetter } from "~/notifications/enqueue-letter.server";
import { paths } from "~/ui/paths";
import { Refusal } from "~/values/refusal";
import { must } from "~/values/verdict";

const daysValid = 14;

/**
 * Invites a person to the advisory group of a call, by its address, by letter; the letter leads to the agreement. Who has
 * no password yet chooses one on the way, by a link that works once; whoever has one signs in with it. Refuses whoever has
 * agreed already (agreed_already).
 */
export function inviteReviewer(
  actor: Actor,
  slug: string,
  invited: { name: string; email: string; locale: string },
  now: Date,
) {
  return managing.transaction(actor.person, async (tx) => {
    must(may(actor, "invite to the advisory group"));
    const { id: call } = await managedCall(tx, slug);
    const person = await invitePerson(tx, { ...invited, hat: "reviewer" }, now);
    if (person === actor.person) throw new Refusal("invalid", "not_oneself", { fields: { email: "not_oneself" } });
    const [agreed] = await tx
      .select({ person: advisoryMemberships.person })
      .from(advisoryMemberships)
      .where(
        and(
          eq(advisoryMemberships.callId, call),
          eq(advisoryMemberships.person, person),
          isNotNull(advisoryMemberships.agreedAt),
        ),
      );
    if (agreed) throw new Refusal("invalid", "agreed_already", { fields: { email: "agreed_already" } });
    await tx
      .insert(advisoryMemberships)
      .values({ callId: call, person, invitedAt: now, invitedBy: actor.person ?? "" })
      .onConflictDoNothing();
    const token = randomBytes(24).toString("base64url");
    const hash = createHash("sha256").update(token).digest("hex");
    const validUntil = new Date(now.getTime() + daysValid * 86_400_000).toISOString();
    const [link] = await tx.execute<{ offered: boolean }>(
      sql`select access.offer_invitation(${person}, ${hash}, ${validUntil}) as offered`,
    );
    const to = paths.agreement(call);
    const event = await record(tx, actor, now, "reviewer invited", { kind: "call", id: call }, { person });
    const data = link?.offered ? { token, to } : { to };
    await enqueueLetter(tx, { event, recipient: person, template: "invitation_reviewer", data });
    return person;
  });
}
