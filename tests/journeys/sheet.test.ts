import { beforeAll, expect, it } from "vitest";
import { cookieOf } from "#tests/blindness/visiting";
import { refOf } from "#tests/cast";
import { fundFactory } from "#tests/factories/fund";
import { at } from "#tests/factories/fund-call";
import { testBrowser } from "#tests/setup/browser";
import { openHouse } from "./steps/fund-house";
import { Walker } from "./steps/walker";

const house = await openHouse({ letters: false });
const visit = await testBrowser();
const { owner } = house.database;
const make = fundFactory(owner);
beforeAll(() => make.cast());

/** A reviewer with one packet before her. */
async function atHerSheet(name: string) {
  const call = await make.call(name);
  await make.member(call, refOf("reviewer"));
  const { code, id } = await make.assignment(await make.proposal(call, name), refOf("reviewer"));
  await house.product.setClock(at.scoring);
  const session = await cookieOf(owner, refOf("reviewer"));
  const page = await visit({ baseURL: house.product.url });
  const enter = () =>
    page
      .context()
      .addCookies([{ name: "fund_session", value: session.replace("fund_session=", ""), url: house.product.url }]);
  await enter();
  await page.goto(`/review/packets/${code}`);
  const walker = new Walker(page);
  await walker.awake("#sheet form");
  const saved = () => owner`select to_applicant from reviews where assignment_id = ${id}`;
  return { page, walker, code, enter, saved, state: page.locator(".sheet-state") };
}

it("never says that a score sheet is saved when its session has ended, and saves it when she is back", async () => {
  const { page, enter, saved, state } = await atHerSheet("sheets");
  await page.context().clearCookies({ name: "fund_session" });
  await page.getByLabel("Comment to the applicant").fill("Typed when the session was over");
  await state.getByText("Your session has ended").waitFor();
  expect(await saved()).toEqual([]);
  await enter();
  await state.getByText(/^Saved/).waitFor();
  expect(await saved()).toEqual([{ to_applicant: "Typed when the session was over" }]);
});

it("asks before a page with an unsaved sheet is left, and saves it before signing out", async () => {
  const { page, walker, saved, state } = await atHerSheet("left");
  const comment = page.getByLabel("Comment to the applicant");
  await page.route("**/scores", (route) => route.abort("connectionreset"));
  await comment.fill("Not gone with the page");
  await state.getByText("Not saved yet").waitFor();
  const asked = page.waitForEvent("dialog");
  void page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe("beforeunload");
  await question.dismiss();
  await page.unroute("**/scores");
  await state.getByText(/^Saved/).waitFor();
  await comment.fill("The last sentence");
  await walker.press("Sign out");
  expect(await saved()).toEqual([{ to_applicant: "The last sentence" }]);
});

it("keeps in one window what another one saved, and shows both before a comment is replaced", async () => {
  const { page, code, saved, state } = await atHerSheet("two-windows");
  const other = await page.context().newPage();
  await other.goto(`/review/packets/${code}`);
  await new Walker(other).awake("#sheet form");
  const comment = page.getByLabel("Comment to the applicant");
  await other.getByLabel("Comment to the applicant").fill("Two hours of work");
  await other
    .locator(".sheet-state")
    .getByText(/^Saved/)
    .waitFor();

  await page.locator("fieldset.steps").first().getByRole("radio").nth(2).check({ force: true });
  await state.getByText(/^Saved/).waitFor();
  expect(await saved()).toEqual([{ to_applicant: "Two hours of work" }]);

  await comment.fill("Written in the other window");
  await state.getByText("changed in another window").waitFor();
  expect(await saved()).toEqual([{ to_applicant: "Two hours of work" }]);
  const tried = page.waitForResponse("**/scores");
  await page.getByRole("button", { name: "Sign out" }).click();
  await tried;
  expect(await comment.inputValue()).toBe("Written in the other window");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("As the other window saved it").waitFor();
  await page.getByText("Two hours of work").waitFor();
  expect(await comment.inputValue()).toBe("Written in the other window");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("As the other window saved it").waitFor({ state: "detached" });
  expect(await saved()).toEqual([{ to_applicant: "Written in the other window" }]);
});

it("is not in its own way when the answer to a save was lost", async () => {
  const { page, saved, state } = await atHerSheet("answer-lost");
  const comment = page.getByLabel("Comment to the applicant");
  await page.route("**/scores", async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  await comment.fill("A sentence");
  await state.getByText("Not saved yet").waitFor();
  expect(await saved()).toEqual([{ to_applicant: "A sentence" }]);
  await page.unroute("**/scores");
  await comment.fill("A sentence, and its end");
  await state.getByText(/^Saved/).waitFor();
  expect(await saved()).toEqual([{ to_applicant: "A sentence, and its end" }]);
});

it("saves the rest of a sheet while one part of it is unfinished, and says which", async () => {
  const { page, saved, state } = await atHerSheet("unfinished");
  await page.locator("fieldset.steps").first().getByLabel("Not able to judge").check({ force: true });
  await state.getByText("Not saved as it stands").waitFor();
  await page.getByLabel("Comment to the applicant").fill("Saved all the same");
  await expect.poll(saved).toEqual([{ to_applicant: "Saved all the same" }]);
  await page.getByLabel("Comment to the applicant").fill("Saved all the same, and typed on");
  await expect.poll(saved).toEqual([{ to_applicant: "Saved all the same, and typed on" }]);
  await state.getByText("Not saved as it stands").waitFor();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("There is a problem on this page").waitFor();
  await page.getByLabel("Comment to the applicant").fill("Typed after the refusal");
  await expect.poll(saved).toEqual([{ to_applicant: "Typed after the refusal" }]);
  await page.getByLabel("Why not?").first().fill("Not my field");
  await state.getByText(/^Saved/).waitFor();
});
