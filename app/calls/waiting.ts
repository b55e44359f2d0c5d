/** What may wait for an officer in a call, in the order of the call's life; the numbers count proposals or reviews. */
export const waitingKinds = [
  "eligibility_checks",
  "packets_to_freeze",
  "packets_to_assign",
  "reviews_late",
  "reviews_missing",
  "decisions_to_take",
  "release_to_prepare",
  "release_to_confirm",
  "announcement",
] as const;

export type WaitingKind = (typeof waitingKinds)[number];

/** How many reviews a packet should have. */
export const reviewsWanted = 3;

export type CallFacts = {
  closed: boolean;
  scoringClosed: boolean;
  submitted: number;
  eligible: number;
  underCovered: number;
  late: number;
  missing: number;
  undecided: number;
  decided: number;
  /** Not eligible, and not told so before the release. */
  ineligible: number;
  released: boolean;
  announced: boolean;
  prepared: "no" | "by_you" | "by_another";
  /** Whether the officer may act for the whole call: she has no conflict with any of its proposals. */
  free: boolean;
};

/** What waits for this officer, and how much of it; what does not wait is left out. */
export function waitingIn(facts: CallFacts): { kind: WaitingKind; count: number }[] {
  const toTell = facts.decided + facts.ineligible;
  const open = facts.submitted + facts.eligible + facts.undecided;
  const sealed = facts.free && facts.scoringClosed && open === 0 && !facts.released;
  // From the preparation on no review can be written.
  const reviewsOpen = !facts.released && facts.prepared === "no";
  const counts: Record<WaitingKind, number> = {
    eligibility_checks: facts.closed ? facts.submitted : 0,
    packets_to_freeze: facts.closed ? facts.eligible : 0,
    packets_to_assign: facts.scoringClosed ? 0 : facts.underCovered,
    reviews_late: reviewsOpen ? facts.late : 0,
    reviews_missing: reviewsOpen ? facts.missing : 0,
    decisions_to_take: facts.scoringClosed ? facts.undecided : 0,
    release_to_prepare: sealed && facts.prepared === "no" ? toTell : 0,
    release_to_confirm: facts.free && facts.prepared === "by_another" && !facts.released ? toTell : 0,
    announcement: facts.free && facts.released && !facts.announced ? 1 : 0,
  };
  return waitingKinds.filter((kind) => counts[kind] > 0).map((kind) => ({ kind, count: counts[kind] }));
}
