import { describe, expect, it } from "vitest";
import { excerpts, foundTerms, placesOf, redacted } from "~/identities/identity-scan";

/** The words of a text that a term was found in, as they stand there. */
const foundIn = (text: string, term: string) => placesOf(text, term).map(({ from, to }) => text.slice(from, to));
const typed = (...points: number[]) => String.fromCodePoint(...points);

describe("a term is found however it was typed", () => {
  it.each([
    ["in capitals", "by OTIENO et al.", "Otieno", ["OTIENO"]],
    ["without its diacritics", "the Pena scale", "Peña", ["Pena"]],
    ["with diacritics it has not", "the Peña scale", "Pena", ["Peña"]],
    ["in parts instead of whole letters", "the Pen\u0303a scale", "Peña", ["Pen\u0303a"]],
    ["over two lines", "by Amina\n  Otieno.", "Amina Otieno", ["Amina\n  Otieno"]],
    ["with a hard space", "by Amina\u00a0Otieno.", "Amina Otieno", ["Amina\u00a0Otieno"]],
    ["with another apostrophe", "at Queen’s University", "Queen's University", ["Queen’s University"]],
    ["with another dash", "Okonkwo–Lindqvist found", "Okonkwo-Lindqvist", ["Okonkwo–Lindqvist"]],
    ["with a soft hyphen", "by Oti\u00adeno again", "Otieno", ["Oti\u00adeno"]],
    ["with marks of direction", "by Oti\u202aeno\u2069 again", "Otieno", ["Oti\u202aeno\u2069"]],
    [
      "with joiners between its letters",
      "by O\u200bt\u200di\u2060e\ufeffno again",
      "Otieno",
      ["O\u200bt\u200di\u2060e\ufeffno"],
    ],
    ["in wide letters", "by Ｏｔｉｅｎｏ again", "Otieno", ["Ｏｔｉｅｎｏ"]],
    ["with a ligature", "by Gri\ufb03n again", "Griffin", ["Gri\ufb03n"]],
    ["with a letter that becomes two", "at the Straße project", "Strasse", ["Straße"]],
    ["with Arabic vowel marks and a stretched line", "قالت فاطِمـة إن", "فاطمة", ["فاطِمـة"]],
    ["beside a Korean particle", "by 김민준 again", "김민준", ["김민준"]],
    ["with Korean syllables in parts", `by ${"김민준".normalize("NFD")} again`, "김민준", ["김민준".normalize("NFD")]],
    ["in Chinese, without a gap", "由王小明领导的研究", "王小明", ["王小明"]],
    ["in Thai, without a gap", "โดยสมชายและคณะ", "สมชาย", ["สมชาย"]],
    ["twice", "Otieno and otieno", "Otieno", ["Otieno", "otieno"]],
  ])("%s", (_, text, term, expected) => {
    expect(foundIn(text, term)).toEqual(expected);
  });
});

describe("a term is not found", () => {
  it.each([
    ["inside another word", "the Otienoan school, preOtieno", "Otieno"],
    ["when it is too short to tell anything", "an AI at an AI", "AI"],
    ["when it is empty", "anything", " \u200b"],
    ["in other letters", "the Otiena scale", "Otieno"],
  ])("%s", (_, text, term) => {
    expect(foundIn(text, term)).toEqual([]);
  });
});

describe("whatever is around it", () => {
  const before = ["", "(", "\n", "— ", "“", "😀", "👩‍👩‍👧 ", typed(0x20bb7), "١٢ ", "ﬁnally: ", "e\u0301 "];
  const after = ["", ")", ".", "’s", "\u200b,", "”", "😀", "\u00ad!", " ﬁn", "\n\n"];
  const terms = ["Amina Otieno", "Peña", "王小明", "김민준", "فاطمة", "O'Brien"];

  it("is found once, at its place, and blacked out with nothing else", () => {
    for (const term of terms) {
      for (const first of before) {
        for (const last of after) {
          const text = `${first}${term}${last}`;
          const [place, ...others] = placesOf(text, term);
          expect([text, others.length, place?.from]).toEqual([text, 0, first.length]);
          const clean = redacted({ answer: text }, [term]).answer ?? "";
          expect(clean.startsWith(`${first}█████`)).toBe(true);
          expect(clean.replace("█████", "").length).toBeLessThanOrEqual(first.length + last.length);
          expect(foundTerms({ answer: clean }, [term])).toEqual([]);
        }
      }
    }
  });
});

it("finds, shows and blacks out a name that stands ten thousand times about as fast as the text is long", () => {
  const many = { answer: "abc ".repeat(15_000) };
  const took = (work: () => unknown) => {
    const began = performance.now();
    work();
    return performance.now() - began;
  };
  const plain = took(() => foundTerms({ answer: "xyz ".repeat(15_000) }, ["abc", "abc abc"]));
  const terms = ["abc", "abc abc"];
  expect(foundTerms(many, terms).length).toBeGreaterThan(7_000);
  expect(redacted(many, terms).answer).not.toContain("abc");
  expect(took(() => foundTerms(many, terms))).toBeLessThan(50 * plain + 200);
  expect(took(() => excerpts(many, terms))).toBeLessThan(100 * plain + 400);
  expect(took(() => redacted(many, terms))).toBeLessThan(50 * plain + 200);
});
