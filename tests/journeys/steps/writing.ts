import type { Page } from "playwright-core";
import { testBrowser } from "#tests/setup/browser";
import { startProposal } from "./applicant";
import { openHouse, resident } from "./fund-house";
import { labelOf } from "./small-call";
import { Walker } from "./walker";

export const summary = (page: Page) => page.getByLabel(labelOf("summary"), { exact: true });
export const status = (page: Page) => page.locator(".saving-state");
/** How many texts this browser keeps. */
export const journal = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("fund-journal:")).length);
/** Until the server has all there is. */
export const confirmed = (page: Page) =>
  page.waitForFunction(() => Object.keys(localStorage).every((key) => !key.startsWith("fund-journal:")));
export const saved = (page: Page) =>
  Promise.all([
    status(page)
      .getByText(/^Saved/)
      .waitFor(),
    confirmed(page),
  ]);

/** Switches to another tab and back, as far as the page can tell. */
export const looksAway = (page: Page) =>
  page.evaluate(() => void document.dispatchEvent(new Event("visibilitychange")));

/** Counts the saves that a page sends from now on. */
export function savesOf(page: Page) {
  const sent = { count: 0 };
  page.on("request", (request) => {
    if (request.url().endsWith("/answers")) sent.count += 1;
  });
  return sent;
}

/** A house in which people write, and what stands of their summaries. */
export async function writingHouse() {
  const house = await openHouse({ letters: false });
  const visit = await testBrowser();
  const { owner } = house.database;

  /** Somebody who writes in the first section of a proposal of her own. */
  async function writer(email: string) {
    await resident(house, "Amina Otieno", email);
    const walker = new Walker(await visit({ baseURL: house.product.url }));
    await walker.signIn(email, "/apply");
    const proposal = await startProposal(house, walker);
    const section = `/apply/${proposal}/sections/the_work`;
    await walker.open(section);
    await walker.awake("#section");
    return { walker, page: walker.page, proposal, section };
  }

  const stands = async (proposal: string) => {
    const [row] =
      await owner`select text, version from answers where proposal_id = ${proposal} and question = 'summary'`;
    return row;
  };

  return { house, owner, visit, url: house.product.url, writer, stands };
}
