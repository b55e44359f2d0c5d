import { expect, it } from "vitest";
import { type CallFacts, waitingIn } from "~/calls/waiting";

const scored: CallFacts = {
  closed: true,
  scoringClosed: true,
  submitted: 0,
  eligible: 0,
  underCovered: 0,
  late: 2,
  missing: 1,
  undecided: 0,
  decided: 4,
  ineligible: 1,
  released: false,
  announced: false,
  prepared: "no",
  free: true,
};
const kinds = (facts: Partial<CallFacts>) => waitingIn({ ...scored, ...facts }).map(({ kind }) => kind);

it("reviews are waited for until a release is prepared, for then none can be written", () => {
  expect(kinds({})).toEqual(["reviews_late", "reviews_missing", "release_to_prepare"]);
  expect(kinds({ prepared: "by_you" })).toEqual([]);
  expect(kinds({ prepared: "by_another" })).toEqual(["release_to_confirm"]);
  expect(kinds({ prepared: "by_another", released: true })).toEqual(["announcement"]);
});

it("a call in which nothing was eligible has its release too, and none waits where a proposal was never checked", () => {
  const none = { decided: 0, ineligible: 2, late: 0, missing: 0 };
  expect(waitingIn({ ...scored, ...none })).toEqual([{ kind: "release_to_prepare", count: 2 }]);
  expect(kinds({ ...none, prepared: "by_another" })).toEqual(["release_to_confirm"]);
  expect(kinds({ ...none, ineligible: 0 })).toEqual([]);
  expect(kinds({ ...none, submitted: 1 })).toEqual(["eligibility_checks"]);
  expect(kinds({ ...none, eligible: 1 })).toEqual(["packets_to_freeze"]);
});

it("an officer with a conflict is asked for nothing that needs the whole call", () => {
  expect(kinds({ free: false, late: 0, missing: 0 })).toEqual([]);
  expect(kinds({ free: false, prepared: "by_another" })).toEqual([]);
});
