import { describe, expect, it } from "vitest";
import { demoRubric } from "#db/seed/call/rubric";
import { type Rubric, stepsOf } from "~/calls/rubric";
import { advisable } from "~/meetings/recommendation.rules";
import { longestComment, type ScoreGiven } from "~/reviews/review";
import { sheetFromForm } from "~/reviews/review.forms";
import { lockable, sheetAcceptable } from "~/reviews/review.rules";

const value = (given: number | null): ScoreGiven => ({ value: given, unableBecause: null });
const unable = (because: string): ScoreGiven => ({ value: null, unableBecause: because });
const onScale = (scale: Rubric["scale"]) => ({ ...demoRubric, scale });
const verdictOn = (given: ScoreGiven, rubric: Rubric = demoRubric) => {
  const verdict = sheetAcceptable({ scores: { inclusion: given } }, rubric);
  return verdict.allowed ? null : (verdict.details as { fields: Record<string, string> }).fields["score-inclusion"];
};

describe("a score", () => {
  it.each([
    { least: 1, most: 6, step: 1, better: "high" },
    { least: 0, most: 10, step: 5, better: "low" },
    { least: -2, most: 2, step: 2, better: "high" },
  ] as const)("is a step of the scale and nothing between or beyond (%o)", (scale) => {
    const steps = stepsOf(scale);
    for (let tenths = (scale.least - 3) * 10; tenths <= (scale.most + 3) * 10; tenths++) {
      const problem = verdictOn(value(tenths / 10), onScale(scale));
      expect([tenths / 10, problem]).toEqual([
        tenths / 10,
        steps.includes(tenths / 10) ? null : "score_is_off_the_scale",
      ]);
    }
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(verdictOn(value(odd), onScale(scale))).toBe("score_is_off_the_scale");
    }
  });

  it("may be taken back, or be a reason, and not both; a reason has words, and not too many", () => {
    expect(verdictOn(value(null))).toBeNull();
    expect(verdictOn(unable("Outside my field"))).toBeNull();
    expect(verdictOn(unable(" \n"))).toBe("reason_is_missing");
    expect(verdictOn(unable("x".repeat(longestComment)))).toBeNull();
    expect(verdictOn(unable("x".repeat(longestComment + 1)))).toBe("text_is_too_long");
    expect(verdictOn({ value: 3, unableBecause: "also" })).toBe("score_or_reason_not_both");
  });

  it("of a criterion nobody asked for is refused, also one with a name of the language", () => {
    for (const name of ["luck", "constructor", "toString"]) {
      expect(sheetAcceptable({ scores: { [name]: value(3) } }, demoRubric)).toMatchObject({
        details: { fields: { [`score-${name}`]: "criterion_is_unknown" } },
      });
    }
  });
});

describe("a review", () => {
  const whole = {
    scores: Object.fromEntries(demoRubric.criteria.map(({ id }) => [id, value(4)])),
    toAdvisoryGroup: "a",
    toApplicant: "b",
    version: 1,
    savedAt: null,
    lockedAt: null,
  };

  it("is finished when every criterion is judged or excused; whichever one is left out, it is named", () => {
    expect(lockable(whole, demoRubric)).toEqual({ allowed: true });
    for (const { id } of demoRubric.criteria) {
      const { [id]: _, ...others } = whole.scores;
      for (const scores of [others, { ...others, [id]: value(null) }, { ...others, [id]: unable(" ") }]) {
        expect(lockable({ ...whole, scores }, demoRubric)).toMatchObject({
          because: "review_is_unfinished",
          details: { fields: { [`score-${id}`]: "score_is_missing" } },
        });
      }
      expect(lockable({ ...whole, scores: { ...others, [id]: unable("No section on it") } }, demoRubric)).toEqual({
        allowed: true,
      });
    }
  });

  it("that is locked says so before anything else", () => {
    const locked = { ...whole, scores: {}, lockedAt: new Date("2021-05-01T10:00:00Z") };
    expect(lockable(locked, demoRubric)).toMatchObject({ because: "review_is_locked" });
  });
});

describe("a posted sheet", () => {
  const posted = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, text] of Object.entries(fields)) form.set(name, text);
    return sheetFromForm(form);
  };

  it("says what was chosen, and leaves alone what was not posted", () => {
    expect(posted({ "score-inclusion": "4", "because-inclusion": "left over" })).toEqual({
      scores: { inclusion: value(4) },
    });
    expect(posted({ "score-inclusion": "unable", "because-inclusion": "No section" }).scores).toEqual({
      inclusion: unable("No section"),
    });
    expect(posted({ "score-inclusion": "" }).scores).toEqual({ inclusion: value(null) });
    expect(posted({ to_applicant: "Thanks" }).comments).toEqual({ toApplicant: "Thanks" });
    expect(posted({ to_advisory_group: "", to_applicant: "Thanks" }).comments).toEqual({
      toAdvisoryGroup: "",
      toApplicant: "Thanks",
    });
  });

  it("with something that is no number is off the scale, not zero", () => {
    for (const text of ["four", "4 5", "--", "NaN", "0x4g"]) {
      expect(sheetAcceptable(posted({ "score-inclusion": text }), demoRubric)).toMatchObject({
        details: { fields: { "score-inclusion": "score_is_off_the_scale" } },
      });
    }
  });
});

it("advice is for what is in review and scored, and never leaves a decision departing without a reason", () => {
  const outcomes = ["award", "reserve", "decline"] as const;
  const closes = new Date("2021-05-17T21:59:00.000Z");
  const scoring = { lockedReviews: 1, scoringClosesAt: closes };
  const open = new Date(closes.getTime() - 1);
  for (const advised of outcomes) {
    expect(advisable(advised, { state: "in_review", scoring, decision: null }, open)).toEqual({ allowed: true });
    expect(advisable(advised, { state: "awarded", scoring, decision: null }, open)).toMatchObject({
      because: "proposal_is_not_in_review",
    });
    const unscored = { state: "in_review", scoring: { ...scoring, lockedReviews: 0 }, decision: null };
    expect(advisable(advised, unscored, open)).toMatchObject({ because: "nothing_is_scored" });
    expect(advisable(advised, unscored, closes)).toEqual({ allowed: true });
    for (const outcome of outcomes) {
      expect(advisable(advised, { state: "in_review", scoring, decision: { outcome, reason: "Said" } }, open)).toEqual({
        allowed: true,
      });
      expect(
        advisable(advised, { state: "in_review", scoring, decision: { outcome, reason: " " } }, open).allowed,
      ).toBe(advised === outcome);
    }
  }
});
