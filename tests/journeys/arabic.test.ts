import { expect, it } from "vitest";
import { testBrowser } from "#tests/setup/browser";
import * as applying from "./steps/applicant";
import { expectArabic, switchToArabic } from "./steps/arabic";
import { openHouse, resident } from "./steps/fund-house";
import { Walker } from "./steps/walker";

const house = await openHouse({ letters: false });
const visit = await testBrowser();

it("speaks Arabic from right to left on every public page, on a phone, in the dark", async () => {
  const visitor = { baseURL: house.product.url, javaScript: false, width: 390, colorScheme: "dark" } as const;
  const walker = new Walker(await visit(visitor), false);
  await walker.open(`/calls/${house.call.slug}`);
  await switchToArabic(walker);
  await expectArabic(walker);
  const others = ["/", "/calls", "/grantees", "/accessibility", "/privacy", "/sign-in", "/sign-up", "/sign-up?sent"];
  for (const address of [
    ...others,
    "/forgotten-password",
    "/forgotten-password?sent",
    "/verify?token=x",
    "/reset-password?token=x",
  ]) {
    await walker.open(address);
    await expectArabic(walker);
  }
  await walker.open("/nothing-here", 404);
  await expectArabic(walker);
  await walker.open("/verify?token=spent");
  await walker.leading(() => walker.page.locator("main form button").first().click());
  expect(await walker.page.locator("main a#token").count()).toBe(1);
  await expectArabic(walker);
  await walker.open("/sign-up");
  await walker.leading(() => walker.page.locator("main form button").first().click());
  expect(await walker.page.locator(".error-summary a").count()).toBeGreaterThan(2);
  await expectArabic(walker);
});

it("follows the language of the browser where none was chosen", async () => {
  const walker = new Walker(await visit({ baseURL: house.product.url, locale: "ar" }));
  await walker.open("/");
  await expectArabic(walker);
});

it("speaks Arabic on every page of a proposal, without losing a typed word", async () => {
  await resident(house, applying.applicant.name, applying.applicant.email);
  const walker = new Walker(await visit({ baseURL: house.product.url, width: 390 }));
  const { page } = walker;
  const typed = "كُتب قبل أن تتغير اللغة مباشرة.";
  await walker.signIn(applying.applicant.email, "/apply");
  const proposal = await applying.startProposal(house, walker);
  await applying.describeTheWork(walker);
  await applying.planTheWork(walker);
  await applying.presentTheTeam(walker);

  await walker.open(`/apply/${proposal}/sections/the_work`);
  await walker.awake("#section");
  await page.locator("#summary").fill(typed);
  await switchToArabic(walker);
  expect(await page.locator("#summary").inputValue()).toBe(typed);
  for (const path of [
    "",
    "/sections/the_work",
    "/sections/the_plan",
    "/sections/the_team",
    "/as-reviewers-see-it",
    "/withdrawal",
    "/discard",
  ]) {
    await walker.open(`/apply/${proposal}${path}`);
    await expectArabic(walker);
  }
  await walker.open("/sign-out");
  await expectArabic(walker);
  await walker.open(`/apply/${proposal}/sections/the_plan`);
  await walker.awake("#section");
  await page.locator("#requested").fill("a lot");
  await walker.leading(() => page.locator("button.button-main[value=next]").click());
  expect(await page.locator(".error-summary a").count()).toBe(1);
  await expectArabic(walker);
  await walker.open(`/apply/${proposal}/submission`);
  await expectArabic(walker);
  await walker.open(`/apply/${proposal}/sections/the_plan`);
  await walker.awake("#section");
  await page.locator("#requested").fill("120000");
  await walker.leading(() => page.locator("button.button-main[value=next]").click());
  await walker.open(`/apply/${proposal}/submission`);
  await expectArabic(walker);
  await walker.leading(() => page.locator("main form button").first().click());
  expect(walker.path()).toBe(`/apply/${proposal}/receipt`);
  await expectArabic(walker);
  await walker.leading(() => page.locator("main dl a").click());
  expect(walker.path()).toContain(`/apply/${proposal}/submitted/`);
  await expectArabic(walker);
  await walker.open("/apply");
  await expectArabic(walker);
});
