import type { Browser, Page } from "playwright-core";
import { afterAll } from "vitest";
import { launchBrowser, newVisitor, type Visitor } from "./launch-browser";

/** Registered when a test file imports this one, so that browsers end whoever opens them and when. */
const browsers: Browser[] = [];
afterAll(async () => {
  for (const browser of browsers.splice(0)) await browser.close();
});

/** A browser for one test file: `const visit = await testBrowser(); const page = await visit({ baseURL })`. */
export async function testBrowser(): Promise<(visitor: Visitor) => Promise<Page>> {
  const browser = await launchBrowser();
  browsers.push(browser);
  return async (visitor) => (await newVisitor(browser, visitor)).newPage();
}
