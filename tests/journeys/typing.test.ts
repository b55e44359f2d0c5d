import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { testBrowser } from "#tests/setup/browser";
import { startProposal } from "./steps/applicant";
import { openHouse, password, resident } from "./steps/fund-house";
import { labelOf } from "./steps/small-call";
import { Walker } from "./steps/walker";

const house = await openHouse({ letters: false });
const visit = await testBrowser();
const { url } = house.product;
const { owner } = house.database;

/** Somebody who writes in the first section of a proposal of her own. */
async function writer(email: string) {
  await resident(house, "Amina Otieno", email);
  const walker = new Walker(await visit({ baseURL: url }));
  await walker.signIn(email, "/apply");
  const proposal = await startProposal(house, walker);
  const section = `/apply/${proposal}/sections/the_work`;
  await walker.open(section);
  await walker.awake("#section");
  return { walker, page: walker.page, proposal, section };
}

const summary = (page: Page) => page.getByLabel(labelOf("summary"), { exact: true });
const status = (page: Page) => page.locator(".saving-state");
const journal = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("fund-journal:")).length);
const stands = async (proposal: string) => {
  const [row] = await owner`select text, version from answers where proposal_id = ${proposal} and question = 'summary'`;
  return row;
};
const confirmed = (page: Page) =>
  page.waitForFunction(() => Object.keys(localStorage).every((key) => !key.startsWith("fund-journal:")));
const saved = (page: Page) =>
  Promise.all([status(page).getByText("Saved", { exact: false }).waitFor(), confirmed(page)]);

it("says when a text was saved, by the server's clock, and counts its words while it is typed", async () => {
  const { page, proposal } = await writer("counting@university.example");
  await house.product.setClock(new Date(house.opening.getTime() + 3_600_000));
  await summary(page).fill("Four words are here");
  await page.getByText("4 of 40 words").waitFor();
  await saved(page);
  expect(await status(page).textContent()).toMatch(/^Saved \d\d?:\d\d:\d\d/);
  expect((await status(page).locator("time").getAttribute("datetime"))?.slice(0, 13)).toBe(
    new Date(house.opening.getTime() + 3_600_000).toISOString().slice(0, 13),
  );
  expect(await stands(proposal)).toEqual({ text: "Four words are here", version: 1 });
});

it("sends a save whose answer was lost again, and never fights with itself", async () => {
  const { page, proposal } = await writer("lost@university.example");
  let lost = 0;
  await page.route("**/answers", async (route) => {
    await route.fetch();
    lost += 1;
    await route.abort("connectionreset");
  });
  await summary(page).fill("The server has this, but nobody here knows");
  await status(page).getByText("Not saved yet").waitFor();
  expect(lost).toBe(1);
  expect((await stands(proposal))?.version).toBe(1);
  await summary(page).fill("And this was typed in the meantime");
  await page.unroute("**/answers");
  await saved(page);
  expect(await stands(proposal)).toEqual({ text: "And this was typed in the meantime", version: 2 });
  expect(await page.getByText("changed by somebody else").count()).toBe(0);
});

it("brings back after a broken line what the server never got, whatever kind of question it is", async () => {
  const { page, proposal, section } = await writer("offline@university.example");
  await page.route("**/answers", (route) => route.abort("connectionreset"));
  await summary(page).fill("Typed on a train");
  await page
    .getByRole("group", { name: labelOf("regions") })
    .getByLabel("Europe")
    .check();
  await status(page).getByText("Not saved yet").waitFor();
  expect(await journal(page)).toBe(2);
  await page.unroute("**/answers");
  await page.goto("about:blank");
  await owner`delete from answers where proposal_id = ${proposal}`;
  await page.goto(section);
  // What the page sent while it was left may arrive after all; then there is nothing to save any more.
  await confirmed(page);
  expect(await summary(page).inputValue()).toBe("Typed on a train");
  expect(await page.getByLabel("Europe").isChecked()).toBe(true);
  expect((await stands(proposal))?.text).toBe("Typed on a train");
});

it("tells two people who write in one answer, shows both texts, and overwrites neither unseen", async () => {
  const { page, proposal, section } = await writer("first@university.example");
  const email = "second@university.example";
  const ref = await resident(house, "Luis Prado", email);
  await owner`insert into proposal_members (proposal_id, person, role) values (${proposal}, ${ref}, 'editor')`;
  const other = new Walker(await visit({ baseURL: url }));
  await other.signIn(email, section);
  await other.awake("#section");
  await summary(page).fill("Her text");
  await saved(page);
  await summary(other.page).fill("His text");
  const notice = other.page
    .getByRole("alert")
    .or(other.page.locator(".notice"))
    .filter({ hasText: "changed by somebody else" });
  await notice.first().waitFor();
  const words = await notice.first().textContent();
  expect(words).toContain("Her text");
  expect(words).toContain("His text");
  expect(await status(other.page).textContent()).toContain("Not saved: somebody else changed this answer");
  expect((await stands(proposal))?.text).toBe("Her text");
  await summary(other.page).fill("Her text, and his text");
  await saved(other.page);
  expect(await stands(proposal)).toEqual({ text: "Her text, and his text", version: 2 });
});

it("keeps what is typed before the page is awake, in a text that was there and in one that was not", async () => {
  const { page, proposal, section } = await writer("early@university.example");
  await summary(page).fill("Old text");
  await saved(page);
  let wake = () => {};
  const asleep = new Promise<void>((go) => {
    wake = go;
  });
  await page.route("**/assets/*.js", async (route) => {
    await asleep;
    await route.continue();
  });
  await page.goto(section, { waitUntil: "commit" });
  await summary(page).fill("Old text and new words");
  await page
    .getByRole("group", { name: labelOf("regions") })
    .getByLabel("Europe")
    .check();
  wake();
  await saved(page);
  expect(await summary(page).inputValue()).toBe("Old text and new words");
  expect(await page.getByLabel("Europe").isChecked()).toBe(true);
  expect((await stands(proposal))?.text).toBe("Old text and new words");
});

/** Switches to another tab and back, as far as the page can tell. */
const looksAway = (page: Page) => page.evaluate(() => void document.dispatchEvent(new Event("visibilitychange")));
/** Counts the saves that a page sends from now on. */
function savesOf(page: Page) {
  const sent = { count: 0 };
  page.on("request", (request) => {
    if (request.url().endsWith("/answers")) sent.count += 1;
  });
  return sent;
}

it("sends nothing by itself after a whole form met a newer text, and takes over either with a click", async () => {
  const { page, proposal, section } = await writer("whole@university.example");
  await summary(page).fill("Her text");
  await saved(page);
  await owner`update answers set version = 2, text = 'His text' where proposal_id = ${proposal} and question = 'summary'`;
  await page.route("**/answers", (route) => route.abort("connectionreset"));
  await summary(page).fill("Her text, again");
  await status(page).getByText("Not saved yet").waitFor();
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.getByText("changed by somebody else").first().waitFor();
  await page.unroute("**/answers");
  const sent = savesOf(page);
  await looksAway(page);
  expect(await summary(page).inputValue()).toBe("Her text, again");
  await page.goto(section);
  await page.getByText("changed by somebody else").first().waitFor();
  await looksAway(page);
  expect(sent.count).toBe(0);
  expect((await stands(proposal))?.text).toBe("His text");
  expect(await summary(page).inputValue()).toBe("Her text, again");
  await page.getByRole("button", { name: "Use this text" }).click();
  await saved(page);
  expect(await summary(page).inputValue()).toBe("His text");
  expect(await stands(proposal)).toEqual({ text: "His text", version: 2 });
});

it("neither sends nor forgets anything on a page that is closed, and shows what was never saved", async () => {
  const { walker, page, proposal, section } = await writer("late@university.example");
  await summary(page).fill("In time");
  await saved(page);
  await page.route("**/answers", (route) => route.abort("connectionreset"));
  await summary(page).fill("In time, and never sent");
  await status(page).getByText("Not saved yet").waitFor();
  const [call] =
    await owner`select c.id, c.closes_at as closes from calls c join proposals p on p.call_id = c.id where p.id = ${proposal}`;
  await owner`update calls set closes_at = ${house.opening} + interval '1 second' where id = ${call?.id}`;
  await page.unroute("**/answers");
  try {
    const sent = savesOf(page);
    for (let times = 0; times < 2; times += 1) {
      await page.goto("about:blank");
      await walker.open(section);
      await page.getByText("typed in this browser and never saved").waitFor();
      await page.getByText("In time, and never sent").waitFor();
      await looksAway(page);
    }
    expect(await journal(page)).toBe(1);
    expect(sent.count).toBe(0);
    expect((await stands(proposal))?.text).toBe("In time");
  } finally {
    await owner`update calls set closes_at = ${call?.closes} where id = ${call?.id}`;
  }
});

it("brings back what was typed after the session had ended, although the page was loaded again", async () => {
  const { walker, page, proposal, section } = await writer("reloaded@university.example");
  await page.context().clearCookies({ name: "fund_session" });
  await summary(page).fill("Three paragraphs");
  await status(page).getByText("Your session has ended").waitFor();
  await walker.signIn("reloaded@university.example", section);
  await saved(page);
  expect(await summary(page).inputValue()).toBe("Three paragraphs");
  expect((await stands(proposal))?.text).toBe("Three paragraphs");
});

it("saves what was typed a moment before signing out, and says so where it cannot", async () => {
  const { walker, page, proposal, section } = await writer("hasty@university.example");
  await summary(page).fill("The last sentence");
  await walker.press("Sign out");
  expect((await stands(proposal))?.text).toBe("The last sentence");
  await walker.signIn("hasty@university.example", section);
  await walker.awake("#section");
  await page.route("**/answers", (route) => route.abort("connectionreset"));
  await summary(page).fill("The line is broken");
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await status(page).getByText("Some words are not saved yet").waitFor();
  await walker.press("Sign out");
  expect((await stands(proposal))?.text).toBe("The last sentence");
});

it("keeps typed text through a session that ends, and sends it on as soon as she has signed in elsewhere", async () => {
  const { page, proposal } = await writer("ended@university.example");
  const [session] = await page
    .context()
    .cookies()
    .then((all) => all.filter(({ name }) => name === "fund_session"));
  await page.context().clearCookies({ name: "fund_session" });
  await summary(page).fill("Typed after the session ended");
  await status(page).getByText("Your session has ended").waitFor();
  expect(await status(page).getByRole("link").getAttribute("href")).toContain("/sign-in?to=");
  expect(await stands(proposal)).toBeUndefined();
  await page.context().addCookies(session ? [session] : []);
  await saved(page);
  expect((await stands(proposal))?.text).toBe("Typed after the session ended");
});

it("asks to sign in where the whole form was sent after the session ended, and brings the text back", async () => {
  const { walker, page, proposal, section } = await writer("posted@university.example");
  await page.route("**/answers", (route) => route.abort("connectionreset"));
  await page.context().clearCookies({ name: "fund_session" });
  await summary(page).fill("Posted without a session");
  await walker.press("Save and go to the overview");
  expect(walker.path()).toBe("/sign-in");
  await walker.signIn("posted@university.example", section);
  await walker.expectText("What you typed was kept and is saved now");
  expect(await summary(page).inputValue()).toBe("Posted without a session");
  expect((await stands(proposal))?.text).toBe("Posted without a session");
});

it("wipes the journal on signing out, from the form and from any other page", async () => {
  for (const from of ["section", "/apply"]) {
    const { walker, page, section } = await writer(`leaving-${from.length}@university.example`);
    await page.route("**/answers", (route) => route.abort("connectionreset"));
    await summary(page).fill("Not for the next one at this device");
    await status(page).getByText("Not saved yet").waitFor();
    expect(await journal(page)).toBe(1);
    if (from === "section") {
      await page.getByRole("button", { name: "Sign out" }).first().click();
      await status(page).getByText("Some words are not saved yet").waitFor();
    } else await walker.open(from);
    await walker.press("Sign out");
    expect([from, await journal(page)]).toEqual([from, 0]);
    expect(section).toContain("the_work");
  }
});

it("keeps no journal on a shared device, wipes what was there, and remembers that it is shared", async () => {
  const { walker, page, section } = await writer("library@university.example");
  await page.route("**/answers", (route) => route.abort("connectionreset"));
  await summary(page).fill("Typed before she said so");
  await status(page).getByText("Not saved yet").waitFor();
  expect(await journal(page)).toBe(1);

  await page.context().clearCookies({ name: "fund_session" });
  await walker.open(`/sign-in?to=${encodeURIComponent(section)}`);
  await walker.fill("E-mail address", "library@university.example");
  await walker.fill("Password", password);
  await page.getByLabel("This is a shared device").check();
  await walker.press("Sign in");
  await walker.awake("#section");
  expect(await journal(page)).toBe(0);
  await summary(page).fill("Typed in a library");
  await status(page).getByText("Not saved yet").waitFor();
  expect(await journal(page)).toBe(0);

  await walker.open("/sign-out");
  await walker.press("Sign out on this device");
  await walker.open("/sign-in");
  expect(await page.getByLabel("This is a shared device").isChecked()).toBe(true);
});
