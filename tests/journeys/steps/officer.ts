import { expect } from "vitest";
import { givingProblems } from "#tests/setup/giving-standard";
import { applicant, title } from "./applicant";
import { type House, letterTo } from "./fund-house";
import { callTitle } from "./small-call";
import type { Walker } from "./walker";

/** Finds the proposal from the officer's first page, and declares it eligible. */
export async function findEligible(house: House, walker: Walker, proposal: string) {
  await walker.open("/manage");
  await walker.follow(callTitle);
  await walker.expectHeading(callTitle);
  await walker.open(`/manage/calls/${house.call.slug}/proposals`);
  await walker.follow(title);
  expect(walker.path()).toBe(`/manage/proposals/${proposal}`);
  await walker.expectText(applicant.institution);
  await walker.follow("Check eligibility");
  await walker.choose("What do you find?", "Eligible");
  await walker.press("Record the check");
}

/** Freezes the copy that reviewers read; the file goes along, rebuilt. */
export async function freezePacket(walker: Walker) {
  await walker.follow("Clear for review");
  await walker.expectText("No word that names the applicants was found in the answers");
  await walker.press("Freeze the packet");
  await walker.expectText("As reviewers read it");
}

/** Invites people to the advisory group, each by a letter. */
export async function invite(house: House, walker: Walker, people: { name: string; email: string }[]) {
  await walker.open(`/manage/calls/${house.call.slug}/advisory-group`);
  for (const { name, email } of people) {
    await walker.fill("Full name", name);
    await walker.fill("E-mail address", email);
    await walker.press("Send the invitation");
    await walker.expectText("Invited. The letter is on its way.");
  }
}

/** Who works where the applicants work cannot be asked. */
export async function refuseConflicted(walker: Walker, proposal: string, conflicted: string) {
  await walker.open(`/manage/proposals/${proposal}/assignments`);
  await walker.page.getByLabel(conflicted, { exact: true }).check();
  await walker.press("Assign and send the letter");
  await walker.expectText(`${conflicted} cannot review this proposal`);
  await walker.expectText("same institution");
}

/** Asks reviewers, one after the other. */
export async function assign(walker: Walker, reviewers: string[]) {
  for (const reviewer of reviewers) {
    await walker.page.getByLabel(reviewer, { exact: true }).check();
    await walker.press("Assign and send the letter");
    await walker.expectText("Assigned. The letter is on its way.");
  }
}

/** What was found about somebody stays: nobody can choose her again. */
export async function refuseAgain(walker: Walker, conflicted: string) {
  await walker.open(walker.path());
  await walker.expectText("Conflict");
  expect(await walker.page.getByLabel(conflicted, { exact: true }).count()).toBe(0);
}

/** Ranking, what the advisory group advises, and the fund's decision: an award, sealed. */
export async function decideAward(house: House, walker: Walker, proposal: string) {
  await walker.open(`/manage/calls/${house.call.slug}/progress`);
  await walker.open(`/manage/calls/${house.call.slug}/ranking`);
  const row = walker.page.getByRole("row").filter({ hasText: title });
  expect(await row.textContent()).toContain("5.40");
  expect(await row.textContent()).toContain("2 of 2");
  await walker.open(`/manage/proposals/${proposal}/recommendation`);
  await walker.choose("What does the advisory group advise?", "Award");
  await walker.fill("Why", "Useful soon, and nobody is harmed by it.");
  await walker.press("Record the recommendation");
  await walker.choose("What does the fund resolve?", "Award");
  await walker.fill("Amount of the award", "300000");
  await walker.press("Seal the decision");
  await walker.expectText("This is above the ceiling of the call");
  expect(await walker.page.getByLabel("Amount of the award").inputValue()).toBe("300000");
  await walker.fill("Amount of the award", "110000");
  await walker.press("Seal the decision");
  await walker.expectHeading("Ranking");
  expect(await row.textContent()).toMatch(/USD\s110,000/);
}

/** One officer prepares the release, and cannot release it herself. */
export async function prepareRelease(house: House, walker: Walker) {
  await walker.open(`/manage/calls/${house.call.slug}/release`);
  await walker.press("Prepare the release");
  await walker.expectText("Another officer has to release it.");
  expect(await walker.page.getByRole("button", { name: "Release the decisions now" }).count()).toBe(0);
}

/** The second officer releases: the letter leaves, once. */
export async function release(house: House, walker: Walker) {
  await walker.open(`/manage/calls/${house.call.slug}/release`);
  await walker.press("Release the decisions now");
  await walker.expectText("Applicants can see their decisions.");
  await letterTo(house, applicant.email, "The decision on your proposal");
}

/** The officer announces; everybody sees it, as a page and as open data. */
export async function announce(house: House, walker: Walker, visitor: Walker) {
  await visitor.open("/grantees");
  expect(await visitor.page.locator("main").textContent()).not.toContain(title);
  await walker.open(`/manage/calls/${house.call.slug}/announcement`);
  await walker.press("Announce now");
  await walker.expectText("Announced.");
  await visitor.open("/grantees");
  await visitor.expectText(title);
  await visitor.expectText(applicant.institution);
  const published = await (await fetch(`${house.product.url}/open-data/360giving.json`)).json();
  expect(await givingProblems(published)).toEqual([]);
  const { grants } = published;
  expect(grants).toHaveLength(1);
  expect(grants[0]).toMatchObject({ title, amountAwarded: 110_000, currency: "USD" });
  expect(grants[0].recipientOrganization[0].name).toBe(applicant.institution);
}

/** All letters that were ever written stand on a page, as sent, with their secrets masked. */
export async function lookAtLetters(walker: Walker) {
  await walker.open("/manage");
  await walker.follow("Letters");
  await walker.leading(() => walker.page.locator("main table a").first().click());
}
