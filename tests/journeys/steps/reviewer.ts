import { expect } from "vitest";
import { applicant, title } from "./applicant";
import { type House, letterTo, linkIn, password } from "./fund-house";
import { enter, tabTo } from "./keyboard";
import { callTitle } from "./small-call";
import type { Walker } from "./walker";

export const reviewer = { name: "Rosa Lindqvist", email: "rosa@advisory.example" };
export const second = { name: "田中 美咲", email: "misaki@review.example" };
export const conflicted = { name: "Kofi Mensah", email: "kofi@elsewhere.example" };
export const toApplicant = "Say more about those who are never warned.";

/** Accepts the invitation by the letter's link, chooses a password and agrees to the rules. */
export async function accept(house: House, walker: Walker, { email }: { email: string }) {
  await walker.open(await linkIn(house, email, "An invitation to the advisory group"));
  await walker.fill("New password", password);
  await walker.press("Save and sign in");
  await walker.open("/review");
  await walker.follow("Read and agree");
  await walker.press("I agree");
  await walker.expectText("Nothing waits for you");
}

/** A score by keys: its own digit where scripts run, the arrows of the browser where they do not. */
async function press(walker: Walker, score: number) {
  const { keyboard } = walker.page;
  if (walker.scripts) return keyboard.press(String(score));
  await keyboard.press("Space");
  for (let step = 1; step < score; step += 1) await keyboard.press("ArrowDown");
}

/** The second reviewer signs in, scores, comments and locks, and never touches a mouse. */
export async function reviewByKeyboard(walker: Walker) {
  const { page } = walker;
  await walker.open("/sign-in");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("href")), "skips to the content").toBe("#main");
  await tabTo(page, { id: "email" });
  await page.keyboard.type(second.email);
  await tabTo(page, { id: "password" });
  await page.keyboard.type(password);
  await enter(page);
  expect(walker.path()).toBe("/review");
  await tabTo(page, { words: title });
  await enter(page);
  await walker.awake("#sheet form");
  await tabTo(page, { group: "Use in practice" });
  await press(walker, 5);
  await tabTo(page, { group: "Ethics" });
  await press(walker, 6);
  await tabTo(page, { id: "to_advisory_group" });
  await page.keyboard.type("Sound design, honest limits.");
  await tabTo(page, { id: "to_applicant" });
  await page.keyboard.type("Good.");
  await tabTo(page, { words: "Check and lock" });
  await enter(page);
  await walker.expectText("5.40");
  await tabTo(page, { words: "Lock this review" });
  await enter(page);
  await walker.expectText(`Finished: ${callTitle}`);
}

/** Opens the packet from the queue; nothing in it says who applies. */
export async function openPacket(house: House, walker: Walker): Promise<string> {
  await letterTo(house, reviewer.email, "A proposal is waiting for your review");
  await walker.open("/review");
  await walker.expectText(callTitle);
  await walker.follow(title);
  await walker.expectHeading(title);
  const bytes = await walker.page.content();
  for (const told of [applicant.name, applicant.email, applicant.institution, "Kenya", "Wanjiku"]) {
    expect(bytes).not.toContain(told);
  }
  const file = walker.page.getByRole("link", { name: "Document 1 (2 pages)" });
  const answer = await walker.page.request.get((await file.getAttribute("href")) ?? "");
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  expect((await answer.body()).length, "what was attached is gone").toBeLessThan(100_000);
  return walker.path().split("/")[3] ?? "";
}

/** Scores by keys alone where scripts run, by pointing where they do not; then comments, save, lock. */
export async function scoreAndLock(walker: Walker) {
  const { page } = walker;
  await walker.awake("#sheet form");
  const saved = page.locator(".sheet-state").getByText("Saved", { exact: false });
  if (walker.scripts) {
    await page.getByRole("group", { name: "Use in practice" }).getByRole("radio").first().focus();
    await page.keyboard.press("5");
    await page.getByRole("group", { name: "Ethics" }).getByRole("radio").first().focus();
    await page.keyboard.press("6");
    await page.keyboard.press("s");
    await saved.waitFor();
  } else {
    for (const [criterion, score] of [
      ["Use in practice", "5"],
      ["Ethics", "6"],
    ] as const) {
      await page.getByRole("group", { name: criterion }).locator(`input[value="${score}"]`).check({ force: true });
    }
    await walker.press("Check and lock");
    await walker.expectText("Something is still missing");
    expect(await page.getByRole("button", { name: "Lock this review" }).count()).toBe(0);
    await walker.expectText("Write a comment");
    await walker.follow("Go back and change it");
  }
  await walker.fill("Comment to the advisory group", "Sound design, honest limits.");
  await walker.fill("Comment to the applicant", toApplicant);
  await walker.press("Save");
  await saved.waitFor();
  const chosen = page.getByRole("group", { name: "Use in practice" }).locator('input[value="5"]');
  expect(await chosen.isChecked()).toBe(true);
  await walker.press("Check and lock");
  await walker.expectText("5.40");
  await walker.press("Lock this review");
  await walker.expectText(`Finished: ${callTitle}`);
}
