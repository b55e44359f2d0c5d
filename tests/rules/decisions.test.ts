import { describe, expect, it } from "vitest";
import type { Actor } from "~/access/actor";
import { may, type Permission, permissions } from "~/access/may";
import { acceptingSubmissions } from "~/calls/call.rules";
import { decidable as decidableAt, preparable, releasable, releasableBy } from "~/decisions/decision.rules";
import { statusFor } from "~/proposals/proposal.status";
import { lockable } from "~/reviews/review.rules";
import type { PersonRef } from "~/values/person-ref";

const scoringCloses = new Date("2021-05-17T21:59:00.000Z");
const before = new Date(scoringCloses.getTime() - 1);
const decidable = (facts: Parameters<typeof decidableAt>[0]) => decidableAt(facts, before);

const asked = (changes: Record<string, unknown> = {}) => ({
  decision: { outcome: "award" as const, amountMinor: 100, reason: "" },
  proposal: { state: "in_review", requestedMinor: 100 },
  scoring: { lockedReviews: 1, scoringClosesAt: scoringCloses },
  recommended: "award" as const,
  call: { budgetMinor: 1000, floorMinor: 10, ceilingMinor: 500, prepared: false, released: false },
  awardedElsewhereMinor: 900,
  ...changes,
});

describe("a decision", () => {
  it("may use the last cent of the budget and not one more", () => {
    expect(decidable(asked())).toEqual({ allowed: true });
    expect(decidable(asked({ awardedElsewhereMinor: 901 }))).toMatchObject({ because: "budget_is_exceeded" });
    expect(
      decidable(asked({ decision: { outcome: "award", amountMinor: 501, reason: "" }, awardedElsewhereMinor: 0 })),
    ).toMatchObject({ because: "amount_is_above_the_ceiling" });
  });

  it("is no award below the floor of the call", () => {
    const award = (amountMinor: number) => asked({ decision: { outcome: "award", amountMinor, reason: "" } });
    expect(decidable(award(9))).toMatchObject({
      because: "amount_is_below_the_floor",
      details: { fields: { amount: "amount_is_below_the_floor" } },
    });
    expect(decidable(award(10))).toEqual({ allowed: true });
  });

  it("waits for a locked review while scoring is open, and no longer", () => {
    const unscored = asked({ scoring: { lockedReviews: 0, scoringClosesAt: scoringCloses } });
    expect(decidableAt(unscored, before)).toMatchObject({ because: "nothing_is_scored" });
    expect(decidableAt(unscored, scoringCloses)).toEqual({ allowed: true });
  });

  it("needs a recommendation, and a reason where it departs from it", () => {
    expect(decidable(asked({ recommended: null }))).toMatchObject({ because: "recommendation_is_missing" });
    const decline = { outcome: "decline" as const, amountMinor: null, reason: " " };
    expect(decidable(asked({ decision: decline }))).toMatchObject({ because: "departure_needs_a_reason" });
    expect(decidable(asked({ decision: { ...decline, reason: "A partner left" } }))).toEqual({ allowed: true });
  });

  it("needs a reason where it awards more than was asked for", () => {
    const more = { outcome: "award" as const, amountMinor: 101, reason: "" };
    const within = { awardedElsewhereMinor: 0 };
    expect(decidable(asked({ ...within, decision: more }))).toMatchObject({
      because: "more_than_asked_needs_a_reason",
      details: { fields: { reason: "more_than_asked_needs_a_reason" } },
    });
    expect(decidable(asked({ ...within, decision: { ...more, reason: "A second country" } }))).toEqual({
      allowed: true,
    });
    expect(decidable(asked({ ...within, decision: { ...more, amountMinor: 100 } }))).toEqual({ allowed: true });
  });

  it("is closed once a release is prepared", () => {
    const call = { budgetMinor: 1000, floorMinor: 10, ceilingMinor: 500, prepared: true, released: false };
    expect(decidable(asked({ call }))).toMatchObject({ because: "release_is_prepared" });
  });

  it("is told by a second officer, once, when nothing is undecided", () => {
    expect(
      releasable({
        undecided: 1,
        waiting: 0,
        decided: 3,
        ineligible: 0,
        steppedAside: 0,
        naming: [],
        releasedAt: null,
      }),
    ).toMatchObject({
      because: "proposals_are_undecided",
    });
    expect(
      releasable({
        undecided: 0,
        waiting: 0,
        decided: 3,
        ineligible: 0,
        steppedAside: 0,
        naming: [],
        releasedAt: null,
      }),
    ).toEqual({
      allowed: true,
    });
    const onlyIneligible = {
      undecided: 0,
      waiting: 0,
      decided: 0,
      ineligible: 1,
      steppedAside: 0,
      naming: [],
      releasedAt: null,
    };
    expect(releasable(onlyIneligible)).toEqual({ allowed: true });
    expect(releasable({ ...onlyIneligible, naming: ["a comment"] })).toMatchObject({
      because: "comments_name_reviewers",
    });
    expect(releasable({ ...onlyIneligible, steppedAside: 1 })).toMatchObject({
      because: "reviewer_stepped_aside_since",
    });
    expect(preparable({ ...onlyIneligible, openReviews: 0 }, false)).toEqual({ allowed: true });
    expect(preparable({ ...onlyIneligible, openReviews: 3 }, false)).toMatchObject({
      because: "open_reviews_would_end",
    });
    expect(preparable({ ...onlyIneligible, openReviews: 3 }, true)).toEqual({ allowed: true });
    expect(preparable({ ...onlyIneligible, openReviews: 3, steppedAside: 1 }, true)).toMatchObject({
      because: "reviewer_stepped_aside_since",
    });
    expect(releasable({ ...onlyIneligible, ineligible: 0 })).toMatchObject({ because: "nothing_is_decided" });
    expect(releasableBy("one", { preparedBy: "one", releasedAt: null })).toMatchObject({
      because: "needs_second_officer",
    });
    expect(releasableBy("two", { preparedBy: "one", releasedAt: null })).toEqual({ allowed: true });
    expect(releasableBy("two", { preparedBy: "one", releasedAt: new Date() })).toMatchObject({
      because: "decisions_are_released",
    });
  });
});

describe("the deadline", () => {
  const closesAt = new Date("2026-04-11T16:00:00.000Z");
  const call = { opensAt: new Date("2026-02-04T00:00:00Z"), closesAt, graceMinutes: 10, zone: "UTC" };
  const at = (milliseconds: number) => new Date(closesAt.getTime() + milliseconds);

  it("counts to the millisecond, the close itself being too late", () => {
    expect(acceptingSubmissions(call, at(-1))).toEqual({ allowed: true });
    expect(acceptingSubmissions(call, at(0))).toMatchObject({ because: "call_is_closed" });
  });

  it("gives grace only with a token from before the close", () => {
    expect(acceptingSubmissions(call, at(599_999), { issuedAt: at(-1) })).toEqual({ allowed: true });
    expect(acceptingSubmissions(call, at(600_000), { issuedAt: at(-1) })).toMatchObject({ allowed: false });
    expect(acceptingSubmissions(call, at(1), { issuedAt: at(0) })).toMatchObject({ allowed: false });
  });

  it("makes every proposal that was handed in look the same until the release", () => {
    const seen = ["submitted", "eligible", "ineligible", "in_review"].map((state) =>
      statusFor({ state, closesAt, told: false }, at(1)),
    );
    expect(new Set(seen)).toEqual(new Set(["in_review"]));
  });
});

it("a review is locked only when every criterion is judged or excused, and both comments are written", () => {
  const rubric = {
    scale: { least: 1, most: 6, step: 1, better: "high" as const },
    criteria: [
      { id: "use", weight: 60 },
      { id: "ethics", weight: 40 },
    ],
    tieOrder: [],
  };
  const sheet = {
    scores: { use: { value: 5, unableBecause: null } },
    toAdvisoryGroup: "a",
    toApplicant: " ",
    version: 1,
    savedAt: null,
    lockedAt: null,
  };
  expect(lockable(sheet, rubric)).toMatchObject({
    details: { fields: { "score-ethics": "score_is_missing", to_applicant: "comment_is_missing" } },
  });
  const whole = {
    ...sheet,
    scores: { ...sheet.scores, ethics: { value: null, unableBecause: "Not my field" } },
    toApplicant: "b",
  };
  expect(lockable(whole, rubric)).toEqual({ allowed: true });
});

describe("permissions", () => {
  const person = "p" as PersonRef;
  const wearing = (hat: Actor["hat"], hats: Actor["hats"] = []): Actor => ({ person, hats, hat });
  const allowed = (actor: Actor, role: string | null = null) =>
    (Object.keys(permissions) as Permission[]).filter((permission) => may(actor, permission, { role }).allowed);

  it("give a stranger nothing, and a visitor less than anybody", () => {
    expect(allowed({ person: null, hats: [], hat: "visitor" })).toEqual([]);
    expect(allowed(wearing("applicant"))).toEqual(["start a proposal"]);
  });

  it("give a reviewer only reviewing, and an officer no scoring", () => {
    expect(allowed(wearing("reviewer", ["reviewer"]))).toEqual([
      "start a proposal",
      "score a packet",
      "recuse oneself",
    ]);
    const officer = allowed(wearing("programme_officer", ["programme_officer"]));
    expect(officer).toContain("release decisions");
    expect(officer).not.toContain("score a packet");
  });

  it("do not follow from a hat that is named but not owned, nor from one that is owned but not worn", () => {
    expect(allowed(wearing("programme_officer", []))).toEqual(["start a proposal"]);
    expect(allowed(wearing("applicant", ["programme_officer"]))).toEqual(["start a proposal"]);
  });

  it("let only the principal investigator submit and withdraw", () => {
    expect(allowed(wearing("applicant"), "editor")).not.toContain("submit a proposal");
    expect(allowed(wearing("applicant"), "viewer")).not.toContain("edit a proposal");
    expect(allowed(wearing("applicant"), "principal_investigator")).toContain("withdraw a proposal");
  });
});
