import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { password } from "./steps/fund-house";
import { confirmed, journal, looksAway, saved, savesOf, status, summary, writingHouse } from "./steps/writing";

const { house, owner, writer, stands } = await writingHouse();

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
    await owner`update answers set text = 'In time, and never sent' where proposal_id = ${proposal} and question = 'summary'`;
    await walker.open(section);
    await confirmed(page);
    expect(await page.getByText("typed in this browser and never saved").count()).toBe(0);
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
  await walker.expectText("What you typed was kept, and is not saved yet");
  expect(await stands(proposal)).toBeUndefined();
  await walker.press("Bring it back");
  await walker.expectText("What you typed is back, and saved");
  expect(await summary(page).inputValue()).toBe("Posted without a session");
  expect((await stands(proposal))?.text).toBe("Posted without a session");
});

it("says no longer that a kept text is unsaved as soon as the journal has saved it", async () => {
  const { walker, page, proposal, section } = await writer("kept-twice@university.example");
  await page.route("**/answers", (route) => route.abort("connectionreset"));
  await page.context().clearCookies({ name: "fund_session" });
  await summary(page).fill("In the journal and kept");
  await walker.press("Save and go to the overview");
  await page.unroute("**/answers");
  await walker.signIn("kept-twice@university.example", section);
  await saved(page);
  expect((await stands(proposal))?.text).toBe("In the journal and kept");
  expect(await page.getByText("is not saved yet").count()).toBe(0);
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain("fund_kept");
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
    } else {
      await walker.open(from);
      await page.getByRole("button", { name: "Sign out" }).first().click();
      await page.getByText("only this browser has them").waitFor();
      expect([from, await journal(page)]).toEqual([from, 1]);
      await walker.look();
    }
    await walker.press("Sign out");
    expect([from, await journal(page)]).toEqual([from, 0]);
    expect(section).toContain("the_work");
  }
});

it("brings her back to words that only this browser has, before they go with signing out", async () => {
  const { walker, page, proposal } = await writer("elsewhere@university.example");
  await page.route("**/answers", (route) => route.abort("connectionreset"));
  await summary(page).fill("Typed in a tunnel");
  await status(page).getByText("Not saved yet").waitFor();
  await walker.open("/sign-out");
  await page.getByRole("button", { name: "Sign out on this device" }).click();
  await page.unroute("**/answers");
  await page.getByRole("link", { name: "Open the proposal" }).click();
  await page.waitForURL(`**/apply/${proposal}`);
  await walker.open(`/apply/${proposal}/sections/the_work`);
  await walker.awake("#section");
  await confirmed(page);
  expect((await stands(proposal))?.text).toBe("Typed in a tunnel");
  await walker.press("Sign out");
});

it("drops no words of another proposal with signing out from a form, before she was told", async () => {
  const { walker, page } = await writer("two-proposals@university.example");
  const other = randomUUID();
  const words = JSON.stringify({ text: "Typed in a tunnel", baseVersion: 0 });
  await page.evaluate(([key, kept]) => localStorage.setItem(key, kept), [
    `fund-journal:me:${other}:summary`,
    words,
  ] as const);
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await page.getByText("only this browser has them").waitFor();
  expect(await journal(page)).toBe(1);
  expect(await page.getByRole("link", { name: "Open the proposal" }).getAttribute("href")).toBe(`/apply/${other}`);
  await walker.press("Sign out");
});

it("drops no words of another section with signing out from a form, before she was told", async () => {
  const { walker, page, proposal } = await writer("two-sections@university.example");
  await page.route("**/answers", (route) => route.abort("connectionreset"));
  await summary(page).fill("Typed in a tunnel");
  await status(page).getByText("Not saved yet").waitFor();
  for (const elsewhere of ["the_plan", "the_team"]) {
    await walker.open(`/apply/${proposal}/sections/${elsewhere}`);
    await walker.awake("#section");
    await page.getByRole("button", { name: "Sign out" }).first().click();
    await page.getByText("only this browser has them").waitFor();
    expect(await journal(page)).toBe(1);
  }
  expect(await page.getByRole("link", { name: "Open the proposal" }).getAttribute("href")).toBe(`/apply/${proposal}`);
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
