import { describe, expect, it } from "vitest";
import { openCallTexts, pastCallTexts, scoringCallTexts } from "#db/seed/call/demo-calls";
import { demoForm, themes } from "#db/seed/call/form";
import { demoRubric } from "#db/seed/call/rubric";
import { stepsOf } from "~/calls/rubric";
import { questionsOf } from "~/forms/form.rules";

const calls = { pastCallTexts, openCallTexts, scoringCallTexts };
const arabic = /\p{Script=Arabic}/u;

describe.each(Object.entries(calls))("%s", (_, texts) => {
  it.each(["en", "ar"])("has words in %s for all that is asked and measured", (locale) => {
    const words = texts[locale];
    if (!words) throw new Error(`No words in ${locale}.`);
    expect(Object.keys(words.themes).sort()).toEqual([...themes].sort());
    expect(Object.keys(words.criteria).sort()).toEqual(demoRubric.criteria.map(({ id }) => id).sort());
    for (const { steps } of Object.values(words.criteria)) {
      expect(Object.keys(steps)).toEqual(stepsOf(demoRubric.scale).map(String));
      expect(new Set(Object.values(steps)).size).toBe(6);
    }
    expect(Object.keys(words.form.sections)).toEqual(demoForm.sections.map(({ id }) => id));
    expect(Object.keys(words.form.questions).sort()).toEqual(
      questionsOf(demoForm)
        .map(({ question }) => question.id)
        .sort(),
    );
    for (const { question } of questionsOf(demoForm)) {
      expect({ question: question.id, options: Object.keys(words.form.questions[question.id]?.options ?? {}) }).toEqual(
        {
          question: question.id,
          options: question.options ?? [],
        },
      );
    }
  });

  it("speaks Arabic in the Arabic words, as much of it as in the English ones", () => {
    const every = (value: unknown): string[] =>
      typeof value === "string" ? [value] : Object.values(value as object).flatMap(every);
    expect(every(texts.ar)).toHaveLength(every(texts.en).length);
    for (const text of every(texts.ar)) expect(text).toMatch(arabic);
    for (const text of every(texts.en)) expect(text).not.toMatch(arabic);
  });
});

describe("the demo form", () => {
  it("asks nothing twice, and shows only what another question can lead to", () => {
    const questions = questionsOf(demoForm).map(({ question }) => question);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    for (const { shownWhen } of questions) {
      if (!shownWhen) continue;
      const other = questions.find(({ id }) => id === shownWhen.question);
      expect(other?.kind === "yes_no" ? ["yes", "no"] : other?.options).toContain(shownWhen.equals);
    }
  });

  it("keeps people and institutions in the identity part", () => {
    const blind = questionsOf(demoForm).filter(({ section }) => section.part === "blind");
    expect(blind.length).toBeGreaterThan(20);
    for (const { question } of blind) {
      expect(["institution", "country", "orcid"]).not.toContain(question.kind);
      expect(question.dataClass).not.toBe("personal");
    }
  });
});

it("weights of the rubric are a hundred, and ties are broken by every criterion", () => {
  expect(demoRubric.criteria.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  expect([...demoRubric.tieOrder].sort()).toEqual(demoRubric.criteria.map(({ id }) => id).sort());
});
