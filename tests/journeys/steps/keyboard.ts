import type { Page } from "playwright-core";
import { expect } from "vitest";

const mostSteps = 80;

/** Where the focus is, as a person would say it: the words of the thing, or its name in the form. */
async function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    const style = element ? getComputedStyle(element) : null;
    return {
      id: element?.id ?? "",
      words: (element?.textContent ?? "").trim(),
      shown: Boolean(style && (style.outlineStyle !== "none" || style.boxShadow !== "none")),
      group: element?.closest("fieldset")?.querySelector("legend")?.textContent ?? "",
    };
  });
}

/** Goes on by the Tab key until the focus is where it should be; every stop on the way shows that it has the focus. */
export async function tabTo(page: Page, wanted: { id?: string; words?: string; group?: string }) {
  for (let step = 0; step < mostSteps; step += 1) {
    const at = await focused(page);
    const here =
      (wanted.id === undefined || at.id === wanted.id) &&
      (wanted.words === undefined || at.words === wanted.words) &&
      (wanted.group === undefined || at.group === wanted.group);
    if (here) return;
    await page.keyboard.press("Tab");
    const next = await focused(page);
    if (next.words.length > 0 && next.words.length < 60)
      expect(next.shown, `focus is seen on "${next.words}"`).toBe(true);
  }
  throw new Error(`The Tab key never came to ${JSON.stringify(wanted)} on ${page.url()}.`);
}

/** Presses Enter where the focus is, and waits for the page it leads to. */
export async function enter(page: Page) {
  const opened = page.waitForEvent("load");
  await page.keyboard.press("Enter");
  await opened;
}
