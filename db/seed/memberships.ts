import type { Member } from "./advisory-group";
import type { Making } from "./making";

const day = 86_400_000;

/** Invites members to the group of a call; they agree within days. */
export function invitedGroup(
  { workshop, random, history, cast }: Making,
  callId: string,
  members: readonly Member[],
  at: Date,
) {
  const own = random.fork(`memberships/${callId}`);
  for (const { person } of members) {
    const agreedAt = new Date(at.getTime() + own.whole(1, 6) * day + own.whole(0, 12) * 3_600_000);
    workshop.rows.advisoryMemberships.push({
      callId,
      person: person.ref,
      invitedAt: at,
      invitedBy: cast.officer.ref,
      agreedAt,
      agreement: "2021-01",
    });
    history.record(at, cast.officer.ref, "programme_officer", "reviewer invited", ["call", callId], {
      person: person.ref,
    });
    history.record(agreedAt, person.ref, "reviewer", "agreement accepted", ["call", callId], { agreement: "2021-01" });
  }
}
