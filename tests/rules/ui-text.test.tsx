import { describe, expect, it, vi } from "vitest";
import { localeCookie, localeOf, zoneOf } from "~/ui/locale-of-request";
import { chooseLocale, isLocale } from "~/ui/locales";
import { readText } from "~/ui/read-text";
import { textsAsJson } from "~/ui/script-texts.server";
import type { FindText, TextKey } from "~/ui/text";
import { textFor, texts } from "~/ui/text.server";

type Tree = { [key: string]: string | Tree };
const translated = ["common", "public", "apply", "errors"] as const;
const pluralEnding = /_(zero|one|two|few|many|other)$/;

function leaves(tree: Tree, start = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[start + key, value]] : leaves(value, `${start}${key}.`),
  );
}

/** The stem of a plural form; a name that only ends like one (`too_many`) stays whole. */
function stemOf(key: string, keys: Set<string>): string {
  const stem = key.replace(pluralEnding, "");
  return keys.has(`${stem}_other`) ? stem : key;
}

function stems(tree: Tree): string[] {
  const keys = new Set(leaves(tree).map(([key]) => key));
  return [...new Set([...keys].map((key) => stemOf(key, keys)))].sort();
}

const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).sort();

describe("texts", () => {
  it.each(translated)("%s says the same things in Arabic as in English", (namespace) => {
    expect(stems(texts.ar[namespace] as Tree)).toEqual(stems(texts.en[namespace] as Tree));
  });

  it.each(["en", "ar"] as const)("every plural in %s has all the forms of that language", (locale) => {
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const namespace of translated) {
      const keys = leaves(texts[locale][namespace] as Tree).map(([key]) => key);
      const plurals = keys.filter((key) => key.endsWith("_other")).map((key) => key.replace(pluralEnding, ""));
      for (const stem of plurals) {
        for (const form of needed) expect(keys, `${namespace}.${stem} lacks a form`).toContain(`${stem}_${form}`);
      }
    }
  });

  it("uses the placeholders of the English text in Arabic", () => {
    for (const namespace of translated) {
      const arabic = new Map(leaves(texts.ar[namespace] as Tree));
      for (const [key, text] of leaves(texts.en[namespace] as Tree)) {
        if (!arabic.has(key) || pluralEnding.test(key)) continue;
        expect(placeholders(arabic.get(key) ?? ""), `${namespace}.${key}`).toEqual(placeholders(text));
      }
    }
  });

  it.each(["en", "ar"] as const)("is read in the browser exactly as on the server, in %s", (locale) => {
    const server = textFor(locale);
    const values = {
      most: 1200,
      used: 3,
      shown: 6,
      done: 7,
      total: 12,
      page: 2,
      share: 30,
      percent: 64,
      least: 50,
      pages: 3,
      title: "<b>",
      moment: "m",
    };
    for (const namespace of translated) {
      for (const stem of stems(texts[locale][namespace] as Tree)) {
        for (const count of [0, 1, 2, 3, 11, 100, 1234]) {
          const key = `${namespace}.${stem}` as TextKey;
          const given = {
            zone: "z",
            amount: "a",
            time: "t",
            name: "n",
            currency: "USD",
            column: "c",
            password: "p",
            question: "q",
            section: "s",
            languages: "l",
            answer: "w",
            letter: "A",
            score: 4,
            days: 7,
            ...values,
            count,
          };
          expect(readText(texts[locale], locale, key, given)).toBe(server.t(key, given));
        }
      }
    }
  });

  it("counts in Arabic with all six forms", () => {
    const { t } = textFor("ar");
    const said = [0, 1, 2, 3, 11, 100].map((count) => t("apply.tasks.missing", { count }));
    expect(new Set(said).size).toBe(6);
    expect(said[2]).toBe("إجابتان تحتاجان إلى نظر");
  });

  it("finds nothing for a key nobody wrote", () => {
    const { find } = textFor("ar");
    expect(find("errors.reasons.required")).toBeTruthy();
    expect(find("errors.reasons.never_heard_of")).toBeUndefined();
    expect(find("errors.reasons")).toSatisfy(
      (found: ReturnType<FindText>) => found === undefined || typeof found === "string",
    );
  });
});

describe("the language of a page", () => {
  const headers = (cookie: string, acceptLanguage = "") => new Headers({ cookie, "accept-language": acceptLanguage });

  it("is the one chosen, else the browser's, else English", () => {
    expect(localeOf(headers("locale=ar; zone=x", "en"))).toBe("ar");
    expect(localeOf(headers("", "fr-CH, ar-EG;q=0.9, en;q=0.8"))).toBe("ar");
    expect(localeOf(headers("locale=xx", "fr;q=1, en;q=0, ar;q=0.1"))).toBe("ar");
    expect(localeOf(headers("", "fr"))).toBe("en");
    expect(localeOf(headers("locale=%", ""))).toBe("en");
    expect(localeCookie("ar")).toContain("locale=ar; Path=/");
    expect(isLocale("__proto__")).toBe(false);
  });

  it("is English on the sides that are not translated", () => {
    expect(chooseLocale({ path: "/manage/calls/x", chosen: "ar" })).toBe("en");
    expect(chooseLocale({ path: "/reviewers", chosen: "ar" })).toBe("ar");
  });

  it("believes a zone only if there is one of that name", () => {
    expect(zoneOf(headers("zone=Africa%2FNairobi"))).toBe("Africa/Nairobi");
    expect(zoneOf(headers("zone=Middle/Earth"))).toBeNull();
    expect(zoneOf(headers("zone=<script>"))).toBeNull();
  });
});

describe("what a page hands to its script", () => {
  it("holds the asked branches of its language only, and no tag can begin in it", () => {
    const handed = JSON.parse(textsAsJson("ar", ["common.fields.*", "apply.saving.refused", "common.answers.*"]));
    expect(Object.keys(handed).sort()).toEqual(["apply", "common"]);
    const { fields, answers } = texts.ar.common as Record<string, unknown>;
    expect(handed.common).toEqual({ fields, answers });
    expect(handed.apply).toEqual({
      saving: { refused: (texts.ar.apply as { saving: { refused: string } }).saving.refused },
    });
    const tag = vi.spyOn(JSON, "stringify").mockReturnValueOnce('{"a":"</script>"}');
    expect(textsAsJson("en", ["common.progress.*"])).toBe('{"a":"\\u003c/script>"}');
    tag.mockRestore();
    expect(() => textsAsJson("en", ["common.nothing_there.*"])).toThrow("no texts");
  });
});
