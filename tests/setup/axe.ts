import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/**
 * axe is a script. Where scripts are off it looks at a faithful copy: the same document, styles and cookies in a
 * browser with scripts, but without the page's own scripts and with what stands in noscript.
 */
async function copyWithScriptsAllowed(page: Page): Promise<Page> {
  const html = (await page.content()).replace(/<script[\s\S]*?<\/script>/g, "").replace(/<\/?noscript>/g, "");
  const dark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  const context = await page
    .context()
    .browser()!
    .newContext({
      viewport: page.viewportSize(),
      colorScheme: dark ? "dark" : "light",
      storageState: await page.context().storageState(),
    });
  const copy = await context.newPage();
  await copy.route(page.url(), (route) => route.fulfill({ body: html, contentType: "text/html; charset=utf-8" }));
  await copy.goto(page.url());
  return copy;
}

async function analyze(page: Page) {
  const scriptsAreOff = await page.evaluate(() => matchMedia("(scripting: none)").matches);
  const looked = scriptsAreOff ? await copyWithScriptsAllowed(page) : page;
  try {
    return await new AxeBuilder({ page: looked }).setLegacyMode(true).analyze();
  } finally {
    if (scriptsAreOff) await looked.context().close();
  }
}

/** Shows that axe finds nothing on the page as it stands: every rule of WCAG 2.2 A and AA, and axe's best practices. */
export async function expectNoAxeFindings(page: Page) {
  const { violations, passes } = await analyze(page);
  expect(passes.length, "axe looked at the page").toBeGreaterThan(0);
  const findings = violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    places: nodes.map((node) => `${node.target.join(" ")}: ${node.failureSummary}`),
  }));
  expect(findings, `axe on ${page.url()}`).toEqual([]);
}
