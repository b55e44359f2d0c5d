import { beforeAll, expect, it } from "vitest";
import { cookieOf } from "#tests/blindness/visiting";
import { refOf } from "#tests/cast";
import { fundFactory } from "#tests/factories/fund";
import { at } from "#tests/factories/fund-call";
import { testBrowser } from "#tests/setup/browser";
import { gate } from "#tests/setup/gate";
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
  return { page, walker, call, code, id, enter, saved, state: page.locator(".sheet-state") };
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

it("brings one small script along, which takes up the sheet and is given none of the answers", async () => {
  const { page, walker, code, state } = await atHerSheet("only-read");
  await page.getByLabel("Comment to the applicant").fill("While she reads");
  await state.getByText(/^Saved/).waitFor();
  await page.getByText("Keys: j and k").waitFor();
  const sent = await (await page.request.get(`/review/packets/${code}`)).text();
  expect(sent.split("Summary of only-read")).toHaveLength(2);
  const scripts = [...sent.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, address = ""]) => address);
  expect(scripts).toHaveLength(1);
  const script = await (await page.request.get(scripts[0] ?? "")).body();
  expect(script.length).toBeLessThan(15_000);
  await walker.look();
});

it("saves what was typed before its script arrived", async () => {
  const { page, saved } = await atHerSheet("slow-line");
  const { open: arrive, opened: arrived } = gate();
  await page.route("**/assets/sheet-*.js", async (route) => {
    await arrived;
    await route.continue();
  });
  await page.reload({ waitUntil: "commit" });
  await page.getByLabel("Comment to the applicant").fill("Typed on a slow line");
  arrive();
  await expect.poll(saved).toEqual([{ to_applicant: "Typed on a slow line" }]);
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
  await state.getByText("Not saved as it stands: Comment to the applicant.").waitFor();
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

it("lets no words of hers go that were typed while a save is on its way, or are too many to follow the page", async () => {
  const { page, saved, state } = await atHerSheet("typed-on");
  const comment = page.getByLabel("Comment to the applicant");
  const asks = async () => {
    const asked = page.waitForEvent("dialog");
    void page.close({ runBeforeUnload: true });
    await (await asked).dismiss();
  };
  const { open: answer, opened: answered } = gate();
  await page.route("**/scores", async (route) => {
    await answered;
    await route.continue();
  });
  const sending = page.waitForRequest("**/scores");
  await comment.fill("A sentence");
  await sending;
  await comment.fill("A sentence, and its end");
  await asks();
  answer();
  await expect.poll(saved).toEqual([{ to_applicant: "A sentence, and its end" }]);
  await state.getByText(/^Saved/).waitFor();
  const long = "क".repeat(5900);
  await page.getByLabel("Comment to the advisory group").fill(long);
  await comment.fill(long);
  await asks();
  await expect.poll(saved).toEqual([{ to_applicant: long }]);
});

it("takes what was typed a moment ago along when she goes on by key", async () => {
  const { page, saved, call } = await atHerSheet("by-key");
  const { code: next } = await make.assignment(await make.proposal(call, "by-key-next"), refOf("reviewer"));
  await page.reload();
  await new Walker(page).awake("#sheet form");
  const isFirst = (await page.getByRole("link", { name: "Next packet" }).count()) > 0;
  await page.getByLabel("Comment to the applicant").fill("The last sentence");
  await page.getByLabel("Comment to the applicant").blur();
  await page.keyboard.press(isFirst ? "j" : "k");
  await page.waitForURL(`**/review/packets/${next}`);
  expect(await saved()).toEqual([{ to_applicant: "The last sentence" }]);
});

it("goes on by key from a sheet that is locked, too", async () => {
  const { page, call, id } = await atHerSheet("by-key-locked");
  const { code: next } = await make.assignment(await make.proposal(call, "by-key-locked-next"), refOf("reviewer"));
  await owner`insert into reviews (assignment_id, locked_at) values (${id}, ${at.scoring})`;
  await owner`update assignments set state = 'locked' where id = ${id}`;
  await page.reload();
  await page.getByText("Your review is locked").waitFor();
  const isFirst = (await page.getByRole("link", { name: "Next packet" }).count()) > 0;
  await page.keyboard.press(isFirst ? "j" : "k");
  await page.waitForURL(`**/review/packets/${next}`);
});

it("writes over no score of another window while one part of it is unfinished", async () => {
  const { page, code, id, state } = await atHerSheet("unfinished-twice");
  const scores = page.locator("fieldset.steps");
  const given = () => owner`select value from scores where assignment_id = ${id} and value is not null`;
  await scores.first().getByLabel("Not able to judge").check({ force: true });
  await scores.last().getByRole("radio").nth(2).check({ force: true });
  await expect.poll(given).toEqual([{ value: 3 }]);
  await state.getByText("Not saved as it stands").waitFor();
  const other = await page.context().newPage();
  await other.goto(`/review/packets/${code}`);
  await new Walker(other).awake("#sheet form");
  await other.locator("fieldset.steps").last().getByRole("radio").nth(4).check({ force: true });
  await expect.poll(given).toEqual([{ value: 5 }]);
  await page.getByLabel("Comment to the applicant").fill("Typed on in this window");
  await expect
    .poll(() => owner`select to_applicant from reviews where assignment_id = ${id}`)
    .toEqual([{ to_applicant: "Typed on in this window" }]);
  expect(await given()).toEqual([{ value: 5 }]);
});

it("says that nothing is saved any more where the review is locked in another window", async () => {
  const { page, id, state } = await atHerSheet("locked-meanwhile");
  await owner`insert into reviews (assignment_id, locked_at) values (${id}, ${at.scoring})`;
  await owner`update assignments set state = 'locked' where id = ${id}`;
  await page.getByLabel("Comment to the applicant").fill("Too late");
  await state.getByText("Not saved: this review is locked, closed or no longer yours.").waitFor();
  expect(await state.getByText("The rest is saved").count()).toBe(0);
});

it("drops no words of a proposal of hers with signing out from a sheet, before she was told", async () => {
  const { page, walker } = await atHerSheet("two-hats");
  const words = JSON.stringify({ text: "Typed in a tunnel", baseVersion: 0 });
  await page.evaluate((kept) => localStorage.setItem("fund-journal:me:of-hers:summary", kept), words);
  const kept = () => page.evaluate(() => localStorage.getItem("fund-journal:me:of-hers:summary"));
  await page.getByLabel("Comment to the applicant").fill("Not on its way yet");
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await page.getByText("only this browser has them").waitFor();
  await page
    .locator(".sheet-state")
    .getByText(/^Saved/)
    .waitFor();
  expect(await kept()).toBe(words);
  expect(walker.path()).toContain("/review/packets/");
});
