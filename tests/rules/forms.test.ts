import { describe, expect, it } from "vitest";
import { demoForm } from "#db/seed/call/form";
import { checkAnswer } from "~/forms/answer.rules";
import { countCharacters, countWords } from "~/forms/counting";
import type { Answers, Form, Question, QuestionKind } from "~/forms/form";
import { blindAnswers, missingIn, partOf, progressOf, questionsOf } from "~/forms/form.rules";

const question = (id: string, kind: QuestionKind, more: Partial<Question> = {}): Question => ({
  id,
  kind,
  required: true,
  dataClass: "none",
  ...more,
});

const form: Form = {
  sections: [
    {
      id: "work",
      part: "blind",
      questions: [
        question("title", "short_text", { limit: { unit: "characters", most: 10, least: 3 } }),
        question("children", "choice", { options: ["none", "some"] }),
        question("consent", "long_text", { shownWhen: { question: "children", equals: "some" } }),
        question("annex", "file"),
      ],
    },
    {
      id: "team",
      part: "identity",
      questions: [question("lead", "short_text"), question("orcid", "orcid", { required: false })],
    },
  ],
};
const noFiles: ReadonlySet<string> = new Set();
const withAnnex: ReadonlySet<string> = new Set(["annex"]);
const whole: Answers = { title: "Safer", children: "none", lead: "Amina" };
const missing = (answers: Answers, documents = withAnnex) =>
  missingIn(form, answers, documents).map(({ question: id, because }) => [id, because]);

describe("counting", () => {
  it.each([
    ["English with a contraction", "We don't know.", 3],
    ["Arabic with vowel marks", "حماية الأَطْفال على الإنترنت", 4],
    ["Hindi", "बच्चों की सुरक्षा", 3],
    ["numbers and signs", "3,000 children – 50 %", 3],
    ["emoji alone", "👩‍👩‍👧 🎉", 0],
    ["nothing", "  \n ", 0],
  ])("words: %s", (_, text, words) => {
    expect(countWords(text)).toBe(words);
  });

  it("finds the words of Thai, Chinese and Japanese, which leave no spaces", () => {
    for (const text of ["การคุ้มครองเด็กออนไลน์", "保护儿童网络安全", "子どもの安全を守る"]) {
      expect(countWords(text)).toBeGreaterThan(2);
      expect(countWords(text)).toBeLessThan([...text].length);
    }
  });

  it("characters as readers see them", () => {
    expect(["abc", "é", "e\u0301", "👩‍👩‍👧", "🇰🇪", "ก็"].map(countCharacters)).toEqual([3, 1, 1, 1, 1, 1]);
  });
});

describe("an answer", () => {
  const verdict = (kind: QuestionKind, text: string, more: Partial<Question> = {}) => {
    const said = checkAnswer(question("q", kind, more), text);
    return said.allowed ? "yes" : said.because;
  };

  it("is empty without being wrong", () => {
    for (const kind of ["money", "date", "orcid", "country", "choice"] as const)
      expect(verdict(kind, "  ")).toBe("yes");
  });

  it.each<[QuestionKind, string[], string[], string]>([
    ["money", ["150000", "150,000", "150 000", "١٥٠٠٠٠"], ["12.5", "-1", "a lot", "1".repeat(13)], "not_an_amount"],
    ["number", ["0", "42"], ["4.2", "-1", "x"], "not_a_number"],
    ["country", ["KE", "GB"], ["ZZ", "ke", "Kenya"], "not_a_country"],
    [
      "orcid",
      ["0000-0002-1825-0097", "0000-0002-1694-233X"],
      ["0000-0002-1825-0098", "0000000218250097"],
      "not_an_orcid",
    ],
    ["yes_no", ["yes", "no"], ["maybe"], "not_an_option"],
    ["date", ["2024-02-29", "2026-11-23"], ["2023-02-29", "2026-02-30", "2026-13-01", "23.11.2026"], "not_a_date"],
  ])("of kind %s", (kind, right, wrong, because) => {
    for (const text of right) expect([text, verdict(kind, text)]).toEqual([text, "yes"]);
    for (const text of wrong) expect([text, verdict(kind, text)]).toEqual([text, because]);
  });

  it("chooses among what was offered, one a line", () => {
    const options = ["a", "b"];
    expect([verdict("choice", "a", { options }), verdict("choice", "a\nb", { options })]).toEqual([
      "yes",
      "not_an_option",
    ]);
    expect([verdict("choices", "a\nb", { options }), verdict("choices", "a\nc", { options })]).toEqual([
      "yes",
      "not_an_option",
    ]);
    expect(verdict("choice", "a")).toBe("not_an_option");
  });

  it("keeps its limit to the last word and character", () => {
    const words = { limit: { unit: "words" as const, most: 3 } };
    expect([verdict("long_text", "one two three", words), verdict("long_text", "one two three four", words)]).toEqual([
      "yes",
      "too_many_words",
    ]);
    const characters = { limit: { unit: "characters" as const, most: 2, least: 2 } };
    expect(["é👍", "abc", "a"].map((text) => verdict("short_text", text, characters))).toEqual([
      "yes",
      "too_many_characters",
      "too_short",
    ]);
    expect(verdict("long_text", "x".repeat(60_001))).toBe("text_is_too_long");
  });
});

describe("what is missing", () => {
  it("is nothing where everything that is asked is answered", () => {
    expect(missing(whole)).toEqual([]);
    expect(progressOf(form, whole, withAnnex).percent).toBe(100);
  });

  it("names unanswered questions, files without a document and broken limits", () => {
    expect(missing({}, noFiles)).toEqual([
      ["title", "answer_is_missing"],
      ["children", "answer_is_missing"],
      ["annex", "answer_is_missing"],
      ["lead", "answer_is_missing"],
    ]);
    expect(missing({ ...whole, title: "far too long a title", lead: " \n" })).toEqual([
      ["title", "too_many_characters"],
      ["lead", "answer_is_missing"],
    ]);
    expect(missing({ ...whole, orcid: "wrong" })).toEqual([["orcid", "not_an_orcid"]]);
  });

  it("does not ask what rests on a question that is not asked, and is not caught by questions that rest on each other", () => {
    const chain = (first?: Question["shownWhen"]): Form => ({
      sections: [
        {
          id: "work",
          part: "blind",
          questions: [
            question("first", "yes_no", { shownWhen: first }),
            question("second", "yes_no", { shownWhen: { question: "first", equals: "yes" } }),
            question("third", "short_text", { shownWhen: { question: "second", equals: "yes" } }),
          ],
        },
      ],
    });
    const asked = (of: Form, answers: Answers) => missingIn(of, answers, noFiles).map(({ question: id }) => id);
    expect(asked(chain(), { first: "yes", second: "yes" })).toEqual(["third"]);
    expect(asked(chain(), { first: "no", second: "yes" })).toEqual([]);
    const circle = chain({ question: "second", equals: "yes" });
    expect(asked(circle, { first: "yes", second: "yes" })).toEqual(["third"]);
    expect(asked(circle, { second: "yes" })).toEqual([]);
  });

  it("asks a conditional question only under its condition", () => {
    expect(missing({ ...whole, children: "some" })).toEqual([["consent", "answer_is_missing"]]);
    expect(missing({ ...whole, children: "some", consent: "By letter" })).toEqual([]);
    expect(progressOf(form, { ...whole, children: "some" }, withAnnex).percent).toBe(80);
  });
});

describe("an amount", () => {
  const requested = question("requested", "money", {
    required: true,
    amount: { least: 20_000, most: 250_000, parts: ["people", "indirect"] },
  });
  const budget: Form = {
    sections: [
      {
        id: "money",
        part: "blind",
        questions: [requested, question("people", "money"), question("indirect", "money")],
      },
    ],
  };
  const wrong = (answers: Answers) =>
    missingIn(budget, answers, noFiles).map(({ question: id, because }) => [id, because]);

  it("stays between what the call gives at the least and at the most, both included", () => {
    for (const text of ["20000", "20,000", "250 000", "٢٠٠٠٠"])
      expect(checkAnswer(requested, text)).toEqual({ allowed: true });
    for (const text of ["19999", "250001", "1000000"])
      expect(checkAnswer(requested, text)).toMatchObject({ allowed: false, because: "amount_is_outside" });
    expect(checkAnswer(requested, "much")).toMatchObject({ because: "not_an_amount" });
  });

  it("is the sum of its parts, once each of them is one", () => {
    expect(wrong({ requested: "30000", people: "25,000", indirect: "5000" })).toEqual([]);
    expect(wrong({ requested: "30000", people: "25000", indirect: "4999" })).toEqual([
      ["requested", "parts_do_not_add_up"],
    ]);
    expect(wrong({ requested: "30000", people: "25000", indirect: "" })).toEqual([["indirect", "answer_is_missing"]]);
    expect(wrong({ requested: "30000", people: "25000", indirect: "little" })).toEqual([["indirect", "not_an_amount"]]);
  });
});

describe("a section", () => {
  const stateOf = (section: string, answers: Answers, documents = noFiles) =>
    progressOf(form, answers, documents).sections[section];

  it("is not started, in progress, complete", () => {
    const [work, team] = form.sections.map(({ id }) => id) as [string, string];
    expect(stateOf(work, {})).toBe("not_started");
    expect(stateOf(work, { consent: "kept from before the condition changed" })).toBe("not_started");
    expect(stateOf(work, {}, withAnnex)).toBe("in_progress");
    expect(stateOf(work, { title: "Safer" })).toBe("in_progress");
    expect(stateOf(work, whole, withAnnex)).toBe("complete");
    expect(stateOf(team, { lead: "Amina", orcid: "wrong" })).toBe("in_progress");
    expect(stateOf(team, { ...whole, title: "" }, withAnnex)).toBe("complete");
  });
});

describe("the blind part", () => {
  it("holds what the form marks as blind and asks, and never falls back", () => {
    const answers = { ...whole, title: "", consent: "not asked any more", unknown: "Amina Otieno", orcid: "0" };
    expect(blindAnswers(form, answers)).toEqual({ title: "", children: "none" });
    expect(partOf(form, "lead")).toBe("identity");
    expect(partOf(form, "unknown")).toBeNull();
  });

  it("of the demo's form carries not one answer of the identity part", () => {
    const planted = Object.fromEntries(questionsOf(demoForm).map(({ question: { id } }) => [id, `canary ${id}`]));
    const identity = questionsOf(demoForm).filter(({ section }) => section.part === "identity");
    const blind = JSON.stringify(blindAnswers(demoForm, planted));
    expect(identity.length).toBeGreaterThan(5);
    expect(blind).toContain("canary title");
    for (const { question: hidden } of identity) expect(blind).not.toContain(`"canary ${hidden.id}"`);
  });
});

it("conditions of the demo's form stand beside their question, which is asked of everybody", () => {
  for (const { questions } of demoForm.sections) {
    for (const { shownWhen } of questions) {
      if (!shownWhen) continue;
      const leading = questions.find(({ id }) => id === shownWhen.question);
      expect(leading).toMatchObject({ required: true });
      expect(leading?.shownWhen).toBeUndefined();
    }
  }
});
