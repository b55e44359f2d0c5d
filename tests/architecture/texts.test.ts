import { describe, expect, it } from "vitest";
import { texts } from "~/ui/text.server";
import { sourceFiles } from "./source-files";
import { hardCodedTexts, keysOf, refusalReasons, valuesIn, viewsReached } from "./texts.checks";

const files = sourceFiles();
const planted = (text: string) => ({ path: "app/planted.tsx", text });

describe("no text is hard-coded on public and apply pages", () => {
  const isPage = (path: string) => /^app\/routes\/(public|apply)\/.*\.tsx$|^app\/root\.tsx$/.test(path);
  const views = viewsReached(files, isPage);

  it("in none of the views they are made of", () => {
    expect(views.length).toBeGreaterThan(60);
    expect(views.map(({ path }) => path)).toContain("app/proposals/section-form.tsx");
    expect(views.flatMap(hardCodedTexts)).toEqual([]);
  });

  it("and a planted word is seen wherever a page speaks", () => {
    const offences = [
      "<p>Submit now</p>",
      '<p>{"Submit now"}</p>',
      '<p>{late ? "Too late" : t("x")}</p>',
      '<Button label="Submit" />',
      '<img alt="A map" />',
      '<div aria-label={"Menu"} />',
      ["<Page title={`Call $", "{name}`} />"].join(""),
    ];
    for (const offence of offences)
      expect([offence, hardCodedTexts(planted(`const x = ${offence};`)).length]).toEqual([offence, 1]);
    expect(
      hardCodedTexts(planted('const x = <Page title={t("apply.title")} className="wide">{" · "}</Page>;')),
    ).toEqual([]);
  });
});

describe("the languages say the same things", () => {
  const both = ["common", "public", "apply", "errors"] as const;

  it.each(both)("%s has the same keys in English and Arabic", (namespace) => {
    const [english, arabic] = [keysOf(texts.en[namespace]), keysOf(texts.ar[namespace])];
    expect(texts.ar[namespace]).not.toBe(texts.en[namespace]);
    expect(english.length).toBeGreaterThan(10);
    expect(arabic).toEqual(english);
  });

  it("and the same values inside them", () => {
    const flat = (value: object, before = ""): [string, string][] =>
      Object.entries(value).flatMap(([key, inner]) =>
        typeof inner === "string" ? [[before + key, inner] as [string, string]] : flat(inner, `${before}${key}.`),
      );
    for (const namespace of both) {
      const arabic = new Map(flat(texts.ar[namespace]));
      const missing = flat(texts.en[namespace]).filter(([key, english]) => {
        const translated = arabic.get(key);
        return (
          translated !== undefined &&
          !/_(zero|one|two)$/.test(key) &&
          valuesIn(english).join() !== valuesIn(translated).join()
        );
      });
      expect([namespace, missing.map(([key]) => key)]).toEqual([namespace, []]);
    }
  });

  it("and a forgotten key or value is seen", () => {
    expect(keysOf({ a: { b: "x" }, n_one: "1", n_other: "2" })).toEqual(["a.b", "n#"]);
    expect(keysOf({ n_one: "1", n_two: "2", n_other: "3" })).toEqual(keysOf({ n_one: "1", n_other: "2" }));
    expect(valuesIn("{{count, number}} of {{all}}")).toEqual(["all", "count"]);
  });
});

describe("every refusal has words", () => {
  const named = files
    .filter(({ path }) => /^app\/.*\.tsx?$|^db\/migrations\/.*\.sql$/.test(path))
    .flatMap((file) => refusalReasons(file).map((reason) => ({ reason, path: file.path })));

  it.each(["en", "ar"] as const)("in %s", (locale) => {
    const known = (texts[locale].errors as { reasons: Record<string, string> }).reasons;
    expect(named.length).toBeGreaterThan(80);
    expect(named.filter(({ reason }) => !known[reason])).toEqual([]);
  });

  it("and a reason without words is seen, wherever it is named", () => {
    const sources = [
      'throw new Refusal("invalid", "planted_reason");',
      'const verdict = no("planted_reason");',
      'const verdict = no(big ? "planted_reason" : "planted_reason", "invalid");',
      'const known = { "a sentence": { kind: "invalid", reason: "planted_reason" } };',
      'throw new Refusal("invalid", other, { fields: { title: "planted_reason" } });',
    ];
    for (const source of sources)
      expect(refusalReasons({ path: "app/a.ts", text: source })).toContain("planted_reason");
    expect(refusalReasons({ path: "app/a.forms.ts", text: 'z.string().min(1, "planted_reason")' })).toEqual([
      "planted_reason",
    ]);
    const raised = [
      "perform fund.refuse('planted_reason');",
      "raise using errcode = 'FU409', message = 'planted_reason'",
    ];
    for (const text of raised)
      expect(refusalReasons({ path: "db/migrations/a.sql", text })).toEqual(["planted_reason"]);
  });
});
