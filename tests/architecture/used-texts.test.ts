import { describe, expect, it } from "vitest";
import ar from "#emails/locales/ar.json";
import en from "#emails/locales/en.json";
import { statusOf } from "~/http/refusals";
import { texts } from "~/ui/text.server";
import { root, sourceFiles } from "./source-files";
import { refusalReasons } from "./texts.checks";
import { namesOf, saidIn, typedApplication, typedText, unsaid, unwritten } from "./used-texts.checks";

const program = typedApplication();
const saidBelow = (folder: string) =>
  saidIn(program, (file) => file.startsWith(`${root}/${folder}/`) && !file.endsWith(".json"));
const said = saidBelow("app");
const namespaces = Object.keys(texts.en);
const names = namesOf(texts.en);

/** Reasons are looked up by whatever a refusal says: each counts where a refusal, a form, a rule or the database names it. */
const reasons = "errors.reasons.";
const reasonsSaid = new Set(
  sourceFiles()
    .filter(({ path }) => /^(app\/.*\.tsx?|db\/migrations\/.*\.sql)$/.test(path))
    .flatMap(refusalReasons),
);
/** Words that code also uses for something else, with the one place that means the reason. */
const saidOnceAsReason: Record<string, string> = { invalid: "from-form.ts: a field whose form gives no reason" };
const isReasonSaid = (name: string) => {
  const word = name.slice(reasons.length);
  if (reasonsSaid.has(word) || word in saidOnceAsReason) return true;
  return said.words.has(word) && !(word in statusOf);
};

describe("texts", () => {
  it.each(["en", "ar"] as const)("are all said somewhere, in %s", (locale) => {
    const apart = { ...said, built: said.built.filter(([head]) => head?.[0] !== reasons) };
    const written = namesOf(texts[locale]);
    expect(written.length).toBeGreaterThan(800);
    expect(unsaid(written, apart, (name) => name.startsWith(reasons) && isReasonSaid(name))).toEqual([]);
  });

  it("are all written that code calls by name, or by a name it builds", () => {
    expect(said.words.size).toBeGreaterThan(1000);
    expect(unwritten(names, said, namespaces)).toEqual([]);
  });
});

describe("the words of letters", () => {
  const inLetters = saidBelow("emails");
  const words = { en, ar };
  const letters = Object.keys(en).filter((key) => typeof en[key as keyof typeof en] === "object");

  it.each(["en", "ar"] as const)("are all said in some letter, in %s", (locale) => {
    const written = namesOf(words[locale]);
    expect(written.length).toBeGreaterThan(40);
    expect(unsaid(written, inLetters, () => false)).toEqual([]);
    // What is said by a name that may be anything would hide what nobody says.
    expect(inLetters.built.filter((parts) => parts[0]?.[0] !== "decision.quartile_" && parts.includes(null))).toEqual(
      [],
    );
  });

  it("are all written that a letter calls by name", () => {
    expect(letters.length).toBeGreaterThan(5);
    expect(unwritten(namesOf(en), inLetters, letters)).toEqual([]);
  });
});

describe("a planted fault", () => {
  const plantedNames = namesOf({
    apply: { open: "x", shut: "x", n_one: "x", n_other: "x" },
    errors: { too_many: "x" },
  });
  /** Code that builds a name from a state of this type. */
  const built = (type: string, head = "apply.") =>
    ["declare const state: ", type, "; t(`", head, "$", "{state}`)"].join("");
  const heard = (text: string) => saidIn(typedText(text), () => true);

  it("is seen where a text is said nowhere", () => {
    expect(plantedNames).toEqual(["apply.open", "apply.shut", "apply.n", "errors.too_many"]);
    const none = () => false;
    expect(unsaid(plantedNames, heard('t("apply.open"); t("apply.n"); t("errors.too_many")'), none)).toEqual([
      "apply.shut",
    ]);
    expect(unsaid(plantedNames, heard(built('"open"')), none)).toContain("apply.shut");
    expect(unsaid(plantedNames, heard(built("string")), none)).toEqual(["errors.too_many"]);
  });

  it("is seen where code says a name that nobody wrote a text for", () => {
    const missing = (text: string) => unwritten(plantedNames, heard(text), ["apply", "errors"]);
    expect(missing('t("apply.open"); "apply/open"; "other.open"')).toEqual([]);
    expect(missing('t("apply.gone")')).toEqual(["apply.gone"]);
    expect(missing(built('"open" | "gone"'))).toEqual(["apply.gone"]);
    expect(missing(built("string"))).toEqual([]);
    expect(missing(built("string", "apply.states."))).toHaveLength(1);
  });
});
