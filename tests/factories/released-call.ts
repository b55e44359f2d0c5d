import type postgres from "postgres";
import { actorOf } from "#tests/cast";
import { prepareRelease } from "~/decisions/prepare-release.server";
import { releaseDecisions } from "~/decisions/release-decisions.server";
import type { MadeCall, MadeProposal } from "./fund";
import { at } from "./fund-call";

export const officer = actorOf("officer", "programme_officer");
export const second = actorOf("secondOfficer", "programme_officer");

/** One proposal of each outcome. */
export const three = {
  won: { outcome: "award" },
  waits: { outcome: "reserve" },
  lost: { outcome: "decline" },
} as const;

/** So many minutes after the release was prepared. */
export const minute = (minutes: number) => new Date(at.release.getTime() + minutes * 60_000);

/** One officer prepares, the other one releases five minutes later. */
export async function released(call: MadeCall) {
  await prepareRelease(officer, call.id, at.release, true);
  return releaseDecisions(second, call.id, at.release, minute(5));
}

/** What a release leaves behind. */
export const leftBehind = (owner: postgres.Sql) => ({
  lettersAbout: ({ id }: MadeProposal) =>
    owner`select template, recipient, data from notifications.letters where data ->> 'proposal' = ${id} and template like 'decision%'`,
  awardsOf: ({ id }: MadeCall) =>
    owner`select proposal_id, amount_minor::int, currency, months, starts_on::text, awarded_at from awards where call_id = ${id}`,
});
