import { expect, it } from "vitest";
import { assignmentForm } from "~/assignments/assignment.forms";
import { dayOf, dueAt, endOfDay } from "~/assignments/due-at";

const call = { zone: "America/New_York", scoringClosesAt: new Date("2021-05-18T03:59:00Z") };
const now = new Date("2021-04-20T10:00:00Z");
const reviewer = "7f0c8a52-7a51-4f0b-9f0c-3f3f2b8f9a01";

it("ends a day on the clock of the call's zone, in summer and in winter", () => {
  expect(endOfDay("2021-07-01", "America/New_York").toISOString()).toBe("2021-07-02T03:59:00.000Z");
  expect(endOfDay("2021-01-01", "America/New_York").toISOString()).toBe("2021-01-02T04:59:00.000Z");
  expect(endOfDay("2021-03-28", "Europe/Lisbon").toISOString()).toBe("2021-03-28T22:59:00.000Z");
  expect(endOfDay("2021-05-02", "Asia/Kolkata").toISOString()).toBe("2021-05-02T18:29:00.000Z");
});

it("knows the day of an instant there", () => {
  expect(dayOf(call.scoringClosesAt, call.zone)).toBe("2021-05-17");
});

it("is never later than the end of scoring on that day", () => {
  const early = { ...call, scoringClosesAt: new Date("2021-05-17T20:00:00Z") };
  expect(dueAt("2021-05-17", early)).toEqual(early.scoringClosesAt);
  expect(dueAt("2021-05-16", early).toISOString()).toBe("2021-05-17T03:59:00.000Z");
});

it.each([
  ["2021-04-19", "date_is_past"],
  ["2021-05-18", "date_is_after_scoring"],
  ["2021-02-30", "not_a_date"],
  ["", "not_a_date"],
])("refuses %s as a due date: %s", (due, reason) => {
  const read = assignmentForm(call, now).safeParse({ reviewer, due });
  expect(read.error?.issues.map(({ message }) => message)).toEqual([reason]);
});

it("takes the last day of scoring", () => {
  expect(assignmentForm(call, now).parse({ reviewer, due: "2021-05-17" }).due).toEqual(call.scoringClosesAt);
});
