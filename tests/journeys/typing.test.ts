import { expect, it } from "vitest";
import { gate } from "#tests/setup/gate";
import { resident } from "./steps/fund-house";
import { labelOf } from "./steps/small-call";
import { Walker } from "./steps/walker";
import { confirmed, journal, looksAway, saved, savesOf, status, summary, writingHouse } from "./steps/writing";

const { house, owner, visit, url, writer, stands } = await writingHouse();

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

it("is not in conflict with its own saves when it goes as a whole", async () => {
  const { walker, page, proposal } = await writer("own-saves@university.example");
  await summary(page).fill("Saved by itself");
  await saved(page);
  await summary(page).fill("Typed a moment before the button");
  await walker.press("Save and go to the overview");
  expect(walker.path()).toBe(`/apply/${proposal}`);
  expect(await stands(proposal)).toEqual({ text: "Typed a moment before the button", version: 2 });
});

it("goes as a whole only when no save of its own is on its way any more", async () => {
  const { page, proposal } = await writer("on-its-way@university.example");
  const { open: answer, opened: answered } = gate();
  let posted = 0;
  page.on("request", (request) => {
    if (request.isNavigationRequest() && request.method() === "POST") posted += 1;
  });
  await page.route("**/answers", async (route) => {
    await answered;
    await route.continue();
  });
  const sending = page.waitForRequest("**/answers");
  await summary(page).fill("On its way");
  await sending;
  await page.getByRole("button", { name: "Save and go to the overview" }).click();
  expect(posted).toBe(0);
  answer();
  await page.waitForURL(`**/apply/${proposal}`);
  expect(await stands(proposal)).toEqual({ text: "On its way", version: 1 });
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
  expect(await page.getByText("changed elsewhere meanwhile").count()).toBe(0);
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
  await owner`delete from answer_saves where proposal_id = ${proposal}`;
  await owner`delete from answers where proposal_id = ${proposal}`;
  await page.goto(section);
  // What the page sent while it was left may arrive after all; then there is nothing to save any more.
  await confirmed(page);
  expect(await summary(page).inputValue()).toBe("Typed on a train");
  expect(await page.getByLabel("Europe").isChecked()).toBe(true);
  expect((await stands(proposal))?.text).toBe("Typed on a train");
});

it("never says saved while an answer was refused or waits for its author, whatever else was saved since", async () => {
  const { walker, page, proposal } = await writer("too-long@university.example");
  const title = page.getByLabel(labelOf("title"), { exact: true });
  const other = () => owner`select text from answers where proposal_id = ${proposal} and question = 'title'`;
  await summary(page).fill("Too long ".repeat(8000));
  await status(page).getByText("This text is not saved.").waitFor();
  await title.fill("Saved while another one is not");
  await expect.poll(other).toEqual([{ text: "Saved while another one is not" }]);
  await status(page).getByText("This text is longer than allowed").waitFor();
  expect(await status(page).getByRole("link").textContent()).toBe(labelOf("summary"));
  expect(await stands(proposal)).toBeUndefined();
  await walker.look();
  await summary(page).fill("Short enough");
  await saved(page);
  expect((await stands(proposal))?.text).toBe("Short enough");
  await owner`update answers set text = 'Of a colleague', version = version + 1 where proposal_id = ${proposal} and question = 'summary'`;
  await summary(page).fill("Hers, a moment later");
  await status(page).getByText("this answer was changed elsewhere").waitFor();
  await title.fill("And another title of hers");
  await expect.poll(other).toEqual([{ text: "And another title of hers" }]);
  await status(page).getByText("this answer was changed elsewhere").waitFor();
});

it("saves the rest of a form that was refused as a whole, and never says saved of what was refused", async () => {
  const { page, proposal } = await writer("refused-as-a-whole@university.example");
  const title = page.getByLabel(labelOf("title"), { exact: true });
  await page.route("**/answers", (route) => route.abort("connectionreset"));
  await summary(page).fill("Too long ".repeat(8000));
  await title.fill("Typed a moment before the button");
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.getByText("There is a problem on this page").waitFor();
  await page.unroute("**/answers");
  await expect
    .poll(() => owner`select text from answers where proposal_id = ${proposal} and question = 'title'`)
    .toEqual([{ text: "Typed a moment before the button" }]);
  await status(page).getByText("This text is longer than allowed").waitFor();
  expect(await stands(proposal)).toBeUndefined();
});

it("asks about what was typed while a text was refused, and blames nothing any more that was taken back", async () => {
  const { page, proposal } = await writer("typed-on@university.example");
  const { open: answer, opened: asked } = gate();
  await page.route("**/answers", async (route) => {
    await asked;
    await route.continue();
  });
  const sending = page.waitForRequest("**/answers");
  await summary(page).fill("Too long ".repeat(8000));
  await sending;
  await summary(page).fill("Short enough by now");
  // Its turn comes while the refused text is still on its way.
  await looksAway(page);
  answer();
  await saved(page);
  expect((await stands(proposal))?.text).toBe("Short enough by now");
  await summary(page).fill("Too long ".repeat(8000));
  await status(page).getByText("This text is longer than allowed").waitFor();
  await summary(page).fill("Short enough by now");
  await saved(page);
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
    .filter({ hasText: "changed elsewhere meanwhile" });
  await notice.first().waitFor();
  const words = await notice.first().textContent();
  expect(words).toContain("Her text");
  expect(words).toContain("His text");
  expect(await status(other.page).textContent()).toContain("Not saved: this answer was changed elsewhere meanwhile");
  expect((await stands(proposal))?.text).toBe("Her text");
  await status(other.page).getByRole("link", { name: "Read both" }).click();
  expect(await other.page.evaluate(() => document.activeElement?.id)).toBe("conflicts");
  await summary(other.page).fill("Her text, and his text");
  await saved(other.page);
  expect(await notice.count(), "what is settled is not said any more").toBe(0);
  expect(await stands(proposal)).toEqual({ text: "Her text, and his text", version: 2 });
});

it("stays where it is when the form is sent without a line, and sends it when there is one", async () => {
  const { page, proposal, section } = await writer("tunnel@university.example");
  await page.context().setOffline(true);
  await summary(page).fill("Typed in a tunnel");
  await page.getByRole("button", { name: "Save and continue" }).click();
  await status(page).getByText("Not saved yet").waitFor();
  expect(new URL(page.url()).pathname).toBe(section);
  expect(await summary(page).inputValue()).toBe("Typed in a tunnel");
  await page.context().setOffline(false);
  await saved(page);
  expect((await stands(proposal))?.text).toBe("Typed in a tunnel");
});

it("waits with its words where another account has signed in meanwhile", async () => {
  const { page, proposal } = await writer("owner@university.example");
  const mine = (await page.context().cookies()).filter(({ name }) => name === "fund_session");
  const { page: elsewhere } = await writer("visitor@university.example");
  const theirs = (await elsewhere.context().cookies()).filter(({ name }) => name === "fund_session");
  await page.context().addCookies(theirs);
  await summary(page).fill("Typed while somebody else is signed in");
  await status(page).getByText("Your session has ended").waitFor();
  await page.context().addCookies(mine);
  await saved(page);
  expect((await stands(proposal))?.text).toBe("Typed while somebody else is signed in");
});

it("keeps what is typed before the page is awake, in a text that was there and in one that was not", async () => {
  const { page, proposal, section } = await writer("early@university.example");
  await summary(page).fill("Old text");
  await saved(page);
  const { open: wake, opened: asleep } = gate();
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

it("sends nothing by itself after a whole form met a newer text, and takes over either with a click", async () => {
  const { walker, page, proposal, section } = await writer("whole@university.example");
  await summary(page).fill("Her text");
  await saved(page);
  await owner`update answers set version = 2, text = 'His text' where proposal_id = ${proposal} and question = 'summary'`;
  await page.route("**/answers", (route) => route.abort("connectionreset"));
  await summary(page).fill("Her text, again");
  await status(page).getByText("Not saved yet").waitFor();
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.getByText("changed elsewhere meanwhile").first().waitFor();
  await walker.awake("#section");
  await page.unroute("**/answers");
  const sent = savesOf(page);
  await looksAway(page);
  expect(await summary(page).inputValue()).toBe("Her text, again");
  await walker.open(section);
  await walker.awake("#section");
  await page.getByText("changed elsewhere meanwhile").first().waitFor();
  await looksAway(page);
  expect(sent.count).toBe(0);
  expect((await stands(proposal))?.text).toBe("His text");
  expect(await summary(page).inputValue()).toBe("Her text, again");
  await page.getByRole("button", { name: "Use this text" }).click();
  await saved(page);
  expect(await summary(page).inputValue()).toBe("His text");
  expect(await stands(proposal)).toEqual({ text: "His text", version: 2 });
});
