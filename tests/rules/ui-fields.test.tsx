import { describe, expect, it } from "vitest";
import { CheckboxField } from "~/ui/checkbox-field";
import { ChoiceField } from "~/ui/choice-field";
import { ChoicesField } from "~/ui/choices-field";
import { DateField } from "~/ui/date-field";
import { ErrorSummary } from "~/ui/error-summary";
import { FileField } from "~/ui/file-field";
import { LongTextField } from "~/ui/long-text-field";
import { MoneyField } from "~/ui/money-field";
import { NumberField } from "~/ui/number-field";
import { SelectField } from "~/ui/select-field";
import { StepsField } from "~/ui/steps-field";
import { TextField } from "~/ui/text-field";
import { rendered } from "./ui-reader";

const field = { name: "answer", label: "Your answer", hint: "In short", error: "Please fill this in" };
const choices = [
  { value: "yes", label: "Yes", hint: "It happens" },
  { value: "no", label: "No" },
];
const words = (text: string) => text.split(/\s+/).filter(Boolean).length;

const single = {
  TextField: <TextField {...field} />,
  LongTextField: <LongTextField {...field} />,
  SelectField: <SelectField {...field} options={[]} />,
  FileField: <FileField {...field} />,
  DateField: <DateField {...field} />,
  NumberField: <NumberField {...field} />,
  MoneyField: <MoneyField {...field} currency="KES" />,
  CheckboxField: <CheckboxField {...field} />,
};

const grouped = {
  ChoiceField: <ChoiceField {...field} choices={choices} />,
  ChoicesField: <ChoicesField {...field} choices={choices} />,
  StepsField: <StepsField {...field} steps={[{ value: "1", words: "Weak" }]} />,
};

describe("a field", () => {
  it.each(Object.entries(single))("%s has a real label and says its hint and its error", (_, element) => {
    const html = rendered(element);
    expect(html).toMatch(/<label[^>]*for="answer"/);
    const control = html.match(/<(input|textarea|select)[^>]*id="answer"[^>]*>/)?.[0] ?? "";
    expect(control).toMatch(/aria-describedby="answer-hint answer-error/);
    expect(control).toContain('aria-invalid="true"');
    expect(control).toContain('name="answer"');
    expect(html).toMatch(/id="answer-error".*Error: <\/span>Please fill this in/);
  });

  it.each(Object.entries(grouped))("%s asks by its legend and says its hint and its error", (_, element) => {
    const html = rendered(element);
    expect(html).toMatch(/<fieldset[^>]*id="answer"[^>]*aria-describedby="answer-hint answer-error"/);
    expect(html).toMatch(/<legend[^>]*>Your answer/);
  });

  it("is silent about errors while there are none", () => {
    const html = rendered(<TextField name="answer" label="Your answer" />);
    expect(html).not.toContain("aria-invalid");
    expect(html).not.toContain("aria-describedby");
  });

  it("keeps what was typed, whatever it was", () => {
    const typed = `"><script>alert(1)</script>`;
    expect(rendered(<TextField {...field} defaultValue={typed} />)).toContain("&quot;&gt;&lt;script&gt;");
    expect(rendered(<LongTextField {...field} defaultValue={typed} />)).not.toContain("<script>");
  });

  it("says in the reader's language that it may stay empty", () => {
    expect(rendered(<TextField name="a" label="الاسم" optional />, { locale: "ar" })).toContain("(اختياري)");
  });
});

describe("a long text", () => {
  const limited = (text: string, locale: "en" | "ar" = "en") =>
    rendered(
      <LongTextField name="a" label="A" defaultValue={text} limit={{ unit: "words", most: 3, measure: words }} />,
      { locale },
    );

  it("counts before any script runs", () => {
    expect(limited("one two")).toContain("2 of 3 words");
    expect(limited("one two three four")).toContain("1 word too many");
    expect(limited("1 2 3 4 5", "ar")).toContain("زيادة كلمتين");
  });
});

describe("a choice", () => {
  it("has one label for each control, and remembers", () => {
    const html = rendered(<ChoicesField {...field} choices={choices} defaultValues={["no"]} />);
    expect(html).toMatch(/<label for="answer-yes">Yes/);
    expect(html).toMatch(/id="answer-no"[^>]*checked=""/);
    expect(html).not.toMatch(/id="answer-yes"[^>]*checked=""/);
    expect(html).toMatch(/id="answer-yes"[^>]*aria-describedby="answer-yes-hint"/);
  });

  it("on a scale carries the words of every step, and an answer outside it", () => {
    const steps = [1, 2, 3, 4, 5, 6].map((step) => ({ value: String(step), words: `Step ${step} means this` }));
    const html = rendered(
      <StepsField
        {...field}
        steps={steps}
        defaultValue="4"
        outside={{ value: "unable", label: "Not able to judge" }}
      />,
    );
    for (const step of steps) expect(html).toContain(step.words);
    expect(html.match(/checked=""/g)).toHaveLength(1);
    expect(html).toMatch(/value="unable"/);
  });
});

describe("the summary of errors", () => {
  it("links to every field and counts", () => {
    const problems = [
      { field: "title", message: "Give it a title" },
      { field: "amount", message: "Enter a number" },
    ];
    const html = rendered(<ErrorSummary problems={problems} />);
    expect(html).toContain("There are 2 problems on this page");
    expect(html).toContain('<a href="#amount">Enter a number</a>');
    expect(rendered(<ErrorSummary problems={[]} />)).toBe("");
  });
});
