import { expect } from "vitest";
import { applicant, title } from "./applicant";
import { wordsOfCall } from "./small-call";
import type { Walker } from "./walker";

/** What stays as it is in every language: codes, formats, the names of standards. */
const sameEverywhere = /\b(USD|UTC|PDF|ORCID|JSON|360Giving|WCAG|AA|axe|JavaScript|Ed25519|annex\.pdf)\b/g;

/** Chooses Arabic with the button in the header; the same page comes back. */
export async function switchToArabic(walker: Walker) {
  const before = walker.path();
  await walker.press("العربية");
  expect(walker.path()).toBe(before);
}

/** Shows that the page runs from right to left, and that nothing in its content was left in English. */
export async function expectArabic(walker: Walker, except: string[] = []) {
  const { page } = walker;
  expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
  expect(await page.locator("html").getAttribute("lang")).toBe("ar");
  const texts = await page.locator("main, aside, header, footer").evaluateAll((parts) =>
    parts.flatMap((part) => {
      const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (walk.nextNode()) {
        const inside = walk.currentNode.parentElement;
        if (!inside?.closest("code, textarea, script, [dir=ltr], .languages, [lang=en]")) {
          found.push(walk.currentNode.textContent ?? "");
        }
      }
      return found;
    }),
  );
  const given = [...except, ...wordsOfCall(), title, applicant.name, applicant.institution].sort(
    (one, other) => other.length - one.length,
  );
  const english = texts
    .map((text) => given.reduce((left, word) => left.replaceAll(word, ""), text).replace(sameEverywhere, ""))
    .filter((text) => /[A-Za-z]{3,}/.test(text));
  expect(english, `English on ${page.url()}`).toEqual([]);
}
