import { institutionRows } from "./advisory-group";
import { historyBook } from "./history";
import type { Cast } from "./making";
import { institutionRegister } from "./names/institutions";
import { openCall } from "./open-call";
import { pastCall } from "./past-call";
import { peopleRegister } from "./people";
import { randomFrom } from "./random";
import { emptyRows, type Rows } from "./rows";
import { scoringCall } from "./scoring-call";

export type FundSize = {
  seed: number | string;
  now: Date;
  /** Proposals of the call of 2021. */
  proposals?: number;
  /** Members of the advisory group. */
  reviewers?: number;
  /** Proposals of the call that is being scored. */
  inScoring?: number;
  drafts?: number;
  submissions?: number;
};

export type Fund = { rows: Rows; cast: Cast; calls: { past: string; open: string; scoring: string } };

/** The whole fund as rows, the same each time for the same seed, clock and size. */
export function generateFund({
  seed,
  now,
  proposals = 128,
  reviewers = 24,
  inScoring = 18,
  drafts = 14,
  submissions = 9,
}: FundSize): Fund {
  const random = randomFrom(seed);
  const rows = emptyRows();
  const institutions = institutionRegister(random.fork("institutions"));
  const people = peopleRegister(random.fork("people"), rows, institutions);
  const history = historyBook();
  const cast = people.addCast(new Date("2021-01-11T09:00:00Z"));
  const workshop = { rows, people, institutions, titles: new Map<string, number>() };
  const making = { workshop, random: random.fork("fund"), history, cast };
  const past = pastCall(making, { proposals, reviewers });
  const open = openCall(making, now, { drafts, submissions });
  const scoring = scoringCall(making, now, past.members, inScoring);
  institutionRows(workshop);
  history.writeInto(rows);
  return { rows, cast, calls: { past: past.id, open, scoring } };
}
