import { describe, expect, it } from "vitest";
import { assignmentLife } from "~/assignments/assignment.states";
import { letterLife } from "~/notifications/letter.states";
import { proposalLife } from "~/proposals/proposal.states";
import { canonicalJson } from "~/values/canonical-json";
import { decimalsOf, parseMoney } from "~/values/money";
import { normalisedText } from "~/values/normalised-text";
import { newReference, readReference } from "~/values/reference";
import { finalStates, nextState, reachableFrom } from "~/values/state-table";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

describe("money", () => {
  it("reads amounts as people type them, by the decimals of the currency", () => {
    expect(parseMoney("150,000", "USD")).toEqual({ minor: 15_000_000, currency: "USD" });
    expect(parseMoney("1.234,50", "EUR")).toEqual({ minor: 123_450, currency: "EUR" });
    expect(parseMoney("١٥٠٠٠", "USD")).toEqual({ minor: 1_500_000, currency: "USD" });
    expect(parseMoney("500", "JPY")).toEqual({ minor: 500, currency: "JPY" });
    expect(parseMoney("1.250", "KWD")).toEqual({ minor: 1_250_000, currency: "KWD" });
    expect([decimalsOf("JPY"), decimalsOf("KWD")]).toEqual([0, 3]);
  });

  it("refuses what is no amount", () => {
    for (const typed of ["", "-5", "abc", "1.2.3", "12,34,56", "1e9", "12.345,6789"])
      expect(parseMoney(typed, "USD")).toBeNull();
    expect(parseMoney("5.5", "JPY")).toBeNull();
  });
});

describe("a reference", () => {
  const reference = newReference(Uint8Array.from({ length: 16 }, (_, index) => index * 37));

  it("is read as it was said, with look-alikes and without dashes", () => {
    expect(readReference(reference)).toBe(reference);
    expect(readReference(reference.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l"))).toBe(
      reference,
    );
  });

  it("tells every single wrong character", () => {
    const plain = reference.replaceAll("-", "");
    for (let at = 0; at < plain.length; at++) {
      for (const other of alphabet) {
        if (other === plain[at]) continue;
        expect(readReference(plain.slice(0, at) + other + plain.slice(at + 1))).toBeNull();
      }
    }
  });

  it("is refused when it is too short or has a foreign sign", () => {
    expect([readReference("ABC"), readReference(`${reference}X`), readReference(reference.replace(/.$/, "U"))]).toEqual(
      [null, null, null],
    );
  });
});

describe("lives", () => {
  it("reach every state, and end only where they should", () => {
    expect(reachableFrom(proposalLife, "draft")).toEqual(new Set(Object.keys(proposalLife)));
    expect(finalStates(proposalLife).sort()).toEqual(["abandoned", "declined", "withdrawn"]);
    expect(reachableFrom(assignmentLife, "assigned")).toEqual(new Set(Object.keys(assignmentLife)));
    expect(finalStates(assignmentLife).sort()).toEqual(["closed", "recused"]);
    expect(reachableFrom(letterLife, "queued")).toEqual(new Set(Object.keys(letterLife)));
  });

  it("refuse an act that the table does not know", () => {
    expect(nextState(proposalLife, "draft", "submit")).toBe("submitted");
    expect(() => nextState(proposalLife, "draft", "award")).toThrow("act_is_not_possible_now");
    expect(() => nextState(proposalLife, "nowhere", "submit")).toThrow("act_is_not_possible_now");
  });
});

it("canonical JSON does not depend on the order of keys", () => {
  expect(canonicalJson({ b: [1, { d: null, c: "x" }], a: new Date(0) })).toBe(
    canonicalJson({ a: new Date(0), b: [1, { c: "x", d: null }] }),
  );
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
});

it("normalised text folds case, diacritics, compatibility forms and Arabic vowel marks", () => {
  expect(normalisedText(" Ｕniversité  de\u00a0Łódź ")).toBe(normalisedText("UNIVERSITE DE Łodz"));
  expect(normalisedText("مُحَمَّد")).toBe("محمد");
  expect(normalisedText("ﬁn")).toBe("fin");
});
