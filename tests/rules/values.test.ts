import { describe, expect, it } from "vitest";
import { assignmentLife } from "~/assignments/assignment.states";
import { letterLife } from "~/notifications/letter.states";
import { proposalLife } from "~/proposals/proposal.states";
import { canonicalJson } from "~/values/canonical-json";
import { decimalsOf, parseMoney, wholeAmount } from "~/values/money";
import { normalisedText, saysWords } from "~/values/normalised-text";
import { newReference, readReference } from "~/values/reference";
import { finalStates, nextState, reachableFrom, type StateTable } from "~/values/state-table";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

describe("money", () => {
  it("reads amounts as people type them, by the decimals of the currency", () => {
    expect(parseMoney("150,000", "USD")).toEqual({ minor: 15_000_000, currency: "USD" });
    expect(parseMoney("1.234,50", "EUR")).toEqual({ minor: 123_450, currency: "EUR" });
    expect(parseMoney("١٥٠٠٠", "USD")).toEqual({ minor: 1_500_000, currency: "USD" });
    expect(parseMoney("500", "JPY")).toEqual({ minor: 500, currency: "JPY" });
    expect(parseMoney("1,234.567", "KWD")).toEqual({ minor: 1_234_567, currency: "KWD" });
    expect(parseMoney("1.250.000", "KWD")).toEqual({ minor: 1_250_000_000, currency: "KWD" });
    expect(parseMoney("1.250", "USD")).toEqual({ minor: 125_000, currency: "USD" });
    expect(parseMoney("1 250,5", "EUR")).toEqual({ minor: 125_050, currency: "EUR" });
    expect([decimalsOf("JPY"), decimalsOf("KWD")]).toEqual([0, 3]);
  });

  it("refuses what is no amount", () => {
    for (const typed of ["", "-5", "abc", "1.2.3", "12,34,56", "1e9", "12.345,6789"])
      expect(parseMoney(typed, "USD")).toBeNull();
    expect(parseMoney("5.5", "JPY")).toBeNull();
    expect(parseMoney("9".repeat(20), "USD")).toBeNull();
  });

  it("refuses what could be two amounts, or mixes its signs, rather than take one a thousand times too large", () => {
    for (const typed of ["1.250", "1,250"]) expect([typed, parseMoney(typed, "KWD")]).toEqual([typed, null]);
    for (const typed of ["1,234.567", "1.234,567", "1,234,56", "1,234.567,89"])
      expect([typed, parseMoney(typed, "USD")]).toEqual([typed, null]);
  });

  it("reads back what Intl writes, in three languages and three kinds of currency, unless it could be two amounts", () => {
    for (const currency of ["USD", "JPY", "KWD"]) {
      const decimals = decimalsOf(currency);
      const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
      for (const locale of ["en", "de", "ar-EG"]) {
        for (const minor of [0, 1, 99, 1000, 123_456, 25_000_000, 987_654_321]) {
          const written = new Intl.NumberFormat(locale, digits).format(minor / 10 ** decimals);
          const twofold = currency === "KWD" && minor >= 1000 && minor < 1_000_000;
          expect([written, parseMoney(written, currency)]).toEqual([written, twofold ? null : { minor, currency }]);
        }
      }
    }
  });

  it("takes whole amounts apart or together", () => {
    expect(["150000", "150,000", "150.000", "150 000", "١٥٠٬٠٠٠"].map(wholeAmount)).toEqual(Array(5).fill(150_000));
    expect(["", "150000.50", "-1", "1e5"].map(wholeAmount)).toEqual([null, null, null, null]);
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

  it("tells every swap of two different characters, neighbours or not", () => {
    let swaps = 0;
    for (let seed = 0; seed < 200; seed++) {
      const made = newReference(
        Uint8Array.from({ length: 10 }, (_, index) => (seed * 97 + index * index * 13 + (seed >> 2)) % 256),
      );
      const plain = [...made.replaceAll("-", "")];
      for (let one = 0; one < plain.length; one++) {
        for (let other = one + 1; other < plain.length; other++) {
          if (plain[one] === plain[other]) continue;
          const swapped = plain.with(one, plain[other]!).with(other, plain[one]!).join("");
          swaps += 1;
          expect([swapped, readReference(swapped)]).toEqual([swapped, null]);
        }
      }
    }
    expect(swaps).toBeGreaterThan(9000);
  });

  it("asks for enough randomness", () => {
    expect(() => newReference(new Uint8Array(9))).toThrow("ten random bytes");
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
    expect(finalStates(proposalLife).sort()).toEqual(["declined", "withdrawn"]);
    expect(reachableFrom(assignmentLife, "assigned")).toEqual(new Set(Object.keys(assignmentLife)));
    expect(finalStates(assignmentLife).sort()).toEqual(["closed", "recused"]);
    expect(reachableFrom(letterLife, "queued")).toEqual(new Set(Object.keys(letterLife)));
  });

  it("lead only to states they know", () => {
    for (const life of [proposalLife, assignmentLife, letterLife] as StateTable[])
      for (const [state, acts] of Object.entries(life))
        for (const [act, next] of Object.entries(acts))
          expect([state, act, Object.keys(life)]).toEqual([state, act, expect.arrayContaining([next])]);
  });

  it("show a state nobody can reach", () => {
    const broken = { a: { go: "b" }, b: {}, lost: { go: "b" } };
    expect([...reachableFrom(broken, "a")]).toEqual(["a", "b"]);
    expect(finalStates(broken)).toEqual(["b"]);
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
  expect(normalisedText("Łódź Søren Weiß Bjørk-Đorđević")).toBe("lodz soren weiss bjork-dordevic");
});

describe("words in a text", () => {
  it("are found whole, whatever signs surround them", () => {
    for (const text of ["Lucía Peña, Instituto", "(lucia pena)", "by LUCÍA\nPEÑA.", "x;Lucía-Peña"])
      expect([text, saysWords(text, "Lucía Peña")]).toEqual([text, true]);
    for (const text of ["Lucía Peñaranda", "Anlucía Peña", "Peña", ""])
      expect([text, saysWords(text, "Lucía Peña")]).toEqual([text, false]);
  });

  it("are found inside scripts without spaces, with or without a gap, and an empty word is nowhere", () => {
    expect(saysWords("共同研究者は木村健二です", "木村 健二")).toBe(true);
    expect(saysWords("共同研究者は木村です", "木村 健二")).toBe(false);
    expect([saysWords("a b", ""), saysWords("a b", " , "), saysWords("a b", "a")]).toEqual([false, false, false]);
  });
});
