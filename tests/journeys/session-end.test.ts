import { expect, it } from "vitest";
import { testBrowser } from "#tests/setup/browser";
import { startProposal } from "./steps/applicant";
import { openHouse, resident } from "./steps/fund-house";
import { labelOf } from "./steps/small-call";
import { Walker } from "./steps/walker";

const house = await openHouse({ letters: false });
const visit = await testBrowser();
const { owner } = house.database;
const minute = 60_000;
const day = 24 * 60 * minute;

/** Somebody whose browser's clock is moved by hand; it is wrong by years against the server's, as clocks of devices are. */
async function watcher(email: string, locale: "en" | "ar" = "en") {
  await house.product.setClock(house.opening);
  const ref = await resident(house, "Amina Otieno", email);
  const walker = new Walker(await visit({ baseURL: house.product.url, locale }));
  const { page } = walker;
  const bar = page.locator("#session-end");
  /** From now on the session ends in two minutes, and the server knows it. */
  const nearlyOver = async (passed: number) => {
    await owner`update access.sessions set expires_at = now() + interval '2 minutes' where user_id = ${ref}`;
    await house.product.setClock(new Date(house.opening.getTime() + passed));
  };
  return { ref, walker, page, bar, nearlyOver };
}

it("announces the end two minutes ahead, lets her stay without leaving the page, and says when it is over", async () => {
  const { ref, walker, page, bar, nearlyOver } = await watcher("watching@university.example");
  await walker.signIn("watching@university.example", "/apply");
  const proposal = await startProposal(house, walker);
  await page.clock.install({ time: new Date("2030-01-01T10:00:00Z") });
  const section = `/apply/${proposal}/sections/the_work`;
  await walker.open(section);
  await walker.awake("#section");
  const summary = page.getByLabel(labelOf("summary"), { exact: true });
  await summary.fill("Typed before the end");
  await page.clock.runFor(1500);
  await page.locator(".saving-state").getByText("Saved", { exact: false }).waitFor();

  await page.setViewportSize({ width: 390, height: 700 });
  const topOf = (selector: string) =>
    page.locator(selector).evaluate((element) => Math.round(element.getBoundingClientRect().top));
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.setViewportSize({ width: 390, height: (await topOf("#summary")) + 50 });

  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.clock.fastForward(14 * day - 5 * minute);
  expect(await bar.getAttribute("data-says")).toBeNull();
  await page.clock.runFor(3 * minute - 5000);
  await bar.getByText(/You will be signed out at (09:59|10:00)\./).waitFor();
  expect(await bar.getAttribute("role")).toBe("status");
  expect(await summary.evaluate((field) => field === document.activeElement), "focus stays where she types").toBe(true);
  expect(await topOf("#summary"), "what she writes in is not covered").toBeLessThan(await topOf("#session-end"));
  expect(asked, "a page that waits asks for nothing, so it keeps no session alive").toEqual([]);
  await walker.look();

  await nearlyOver(14 * day - 2 * minute);
  await bar.getByRole("button", { name: "Stay signed in" }).click();
  await bar.getByText("You stay signed in.").waitFor();
  expect(await summary.evaluate((field) => field === document.activeElement), "and goes back there").toBe(true);
  expect(asked).toEqual([`${house.product.url}/session`]);
  const [session] = await owner`select expires_at > now() + interval '13 days' as lasts
    from access.sessions where user_id = ${ref}`;
  expect(session).toEqual({ lasts: true });
  await page.clock.runFor(15_000);
  expect(await bar.getAttribute("data-says")).toBeNull();
  expect([walker.path(), await summary.inputValue()]).toEqual([section, "Typed before the end"]);

  await page.clock.fastForward(15 * day);
  await bar.getByText("You are signed out.").waitFor();
  expect(await bar.getByRole("link").getAttribute("href")).toContain(`/sign-in?to=${encodeURIComponent(section)}`);
  expect(await bar.getByRole("button").isVisible()).toBe(false);
  expect(await summary.inputValue()).toBe("Typed before the end");
  expect(asked).toHaveLength(1);

  await house.product.setClock(new Date(house.opening.getTime() + 29 * day));
  const elsewhere = await page.context().newPage();
  await elsewhere.goto("/apply");
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  expect(await bar.getAttribute("data-says"), "another tab of hers is signed in again").toBeNull();
});

it("does so on pages without scripts of their own, in Arabic, and says when the fund cannot be reached", async () => {
  const { walker, page, bar, nearlyOver } = await watcher("waiting@university.example", "ar");
  await page.context().addCookies([{ name: "locale", value: "en", url: house.product.url }]);
  await walker.signIn("waiting@university.example", "/apply");
  await page.context().clearCookies({ name: "locale" });
  await page.clock.install({ time: new Date("2019-01-01T10:00:00Z") });
  await walker.open("/apply");
  await page.clock.fastForward(14 * day - 2 * minute);
  await bar.getByText("سيُسجَّل خروجك الساعة").waitFor();
  await walker.look();
  await page.route("**/session", (route) => route.abort("connectionreset"));
  const stay = bar.getByRole("button", { name: "البقاء مسجّلًا" });
  await stay.click();
  await bar.getByText("تعذّر الوصول إلينا").waitFor();
  await page.clock.runFor(15_000);
  await page.unroute("**/session");
  await nearlyOver(14 * day - 2 * minute);
  await stay.click();
  await bar.getByText("بقيتَ مسجّلًا").waitFor();
});
