import { describe, expect, it } from "vitest";
import { nextAttempt, outcomeOf } from "~/notifications/letter.rules";
import { type LetterState, letterLife } from "~/notifications/letter.states";
import { sentAgainWhenUncertain } from "~/notifications/templates";

describe("what a failed delivery means", () => {
  const talking = { connected: true, handedOver: false };
  const handedOver = { connected: true, handedOver: true };
  it.each([
    [
      "a refused connection",
      { code: "ESOCKET", command: "CONN" },
      { connected: false, handedOver: false },
      "unreachable",
    ],
    ["a wrong password", { code: "EAUTH", responseCode: 535 }, { connected: false, handedOver: false }, "unreachable"],
    ["an unknown address", { code: "EENVELOPE", responseCode: 550, command: "RCPT TO" }, talking, "refused"],
    ["greylisting", { code: "EENVELOPE", responseCode: 450, command: "RCPT TO" }, talking, "postponed"],
    ["a refused sender", { code: "EENVELOPE", responseCode: 550, command: "MAIL FROM" }, talking, "postponed"],
    ["a broken line before the letter", { code: "ECONNECTION", command: "CONN" }, talking, "postponed"],
    ["a refused content", { code: "EMESSAGE", responseCode: 554, command: "DATA" }, handedOver, "refused"],
    ["a full disk at the other end", { code: "EMESSAGE", responseCode: 452, command: "DATA" }, handedOver, "postponed"],
    ["a broken line before the answer", { code: "ECONNECTION", command: "CONN" }, handedOver, "lost"],
    ["silence instead of an answer", { code: "ETIMEDOUT", command: "CONN" }, handedOver, "lost"],
  ])("%s", (_name, problem, progress, kind) => {
    expect(outcomeOf(problem, progress).kind).toBe(kind);
  });
});

it("waits longer each time and gives up after about two days", () => {
  const now = new Date("2027-01-01T00:00:00Z");
  const waits = [1, 2, 3, 4, 5, 6, 7].map((attempt) => nextAttempt(attempt, now)!.getTime() - now.getTime());
  expect(waits).toEqual([...waits].sort((one, other) => one - other));
  expect(new Set(waits).size).toBe(waits.length);
  expect(waits.reduce((sum, wait) => sum + wait) / 3_600_000).toBeGreaterThan(36);
  expect(nextAttempt(8, now)).toBeNull();
});

it("keeps decisions for a person when their arrival is uncertain", () => {
  expect(sentAgainWhenUncertain).toContain("reminder");
  expect(sentAgainWhenUncertain.filter((template) => template.startsWith("decision"))).toEqual([]);
});

it("has no way out of sent, and reaches every state from queued", () => {
  expect(letterLife.sent).toEqual({});
  const reached = new Set<LetterState>(["queued"]);
  for (const state of reached) for (const next of Object.values(letterLife[state]) as LetterState[]) reached.add(next);
  expect([...reached].sort()).toEqual(Object.keys(letterLife).sort());
});
