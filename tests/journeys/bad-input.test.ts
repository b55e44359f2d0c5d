import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { testBrowser } from "#tests/setup/browser";
import { environment } from "~/http/environment.server";
import { startProposal } from "./steps/applicant";
import { openHouse, resident } from "./steps/fund-house";
import { labelOf } from "./steps/small-call";
import { Walker } from "./steps/walker";

const house = await openHouse({ letters: false });
const visit = await testBrowser();
const { url } = house.product;
const somebody = async (javaScript: boolean) => new Walker(await visit({ baseURL: url, javaScript }), javaScript);

/** An applicant who has just started a proposal. */
async function startedBy(email: string, javaScript = true) {
  await house.product.setClock(house.opening);
  await resident(house, "Amina Otieno", email);
  const walker = await somebody(javaScript);
  await walker.signIn(email, "/apply");
  return { walker, proposal: await startProposal(house, walker) };
}

const problems = (walker: Walker) => walker.page.locator(".error-summary");

it("says what is wrong with an account at the field, and keeps what was typed", async () => {
  const walker = await somebody(false);
  await walker.open("/sign-up");
  await walker.fill("Your name", "Amina Otieno");
  await walker.fill("E-mail address", "amina at university");
  await walker.fill("Password", "short");
  const answer = walker.page.waitForResponse((response) => response.request().method() === "POST");
  await walker.press("Create account");
  expect((await answer).status()).toBe(422);
  expect(await walker.page.getByLabel("Your name").inputValue()).toBe("Amina Otieno");
  expect(await walker.page.getByLabel("E-mail address").inputValue()).toBe("amina at university");
  expect(await walker.page.getByLabel("Password").inputValue(), "a password never comes back").toBe("");
  expect(await walker.page.evaluate(() => document.activeElement?.id), "one begins with what is wrong").toBe(
    "problems",
  );
  await problems(walker).getByRole("link", { name: "Enter an e-mail address" }).click();
  expect(await walker.page.evaluate(() => document.activeElement?.id)).toBe("email");
});

it("says the same for an unknown address and a wrong password", async () => {
  await resident(house, "Amina Otieno", "known@university.example");
  const walker = await somebody(false);
  const said: string[] = [];
  for (const email of ["known@university.example", "unknown@university.example"]) {
    await walker.open("/sign-in");
    await walker.fill("E-mail address", email);
    await walker.fill("Password", "not the password");
    await walker.press("Sign in");
    said.push((await walker.page.locator("main").textContent()) ?? "");
  }
  expect(said[0]).toBe(said[1]);
  expect(said[0]).toContain("do not belong together");
});

for (const javaScript of [true, false]) {
  const mode = javaScript ? "with JavaScript" : "with JavaScript off";

  it(`keeps answers that need a look, and says at each what is wrong, ${mode}`, async () => {
    const { walker, proposal } = await startedBy(`answers-${javaScript}@university.example`, javaScript);
    await walker.open(`/apply/${proposal}/sections/the_plan`);
    await walker.awake("#section");
    await walker.fill(labelOf("requested"), "a lot of money");
    await walker.fill(labelOf("participants"), "many");
    const answer = walker.page.waitForResponse(
      (response) => response.request().method() === "POST" && response.url().includes("/sections/"),
    );
    await walker.press("Save and continue");
    expect((await answer).status()).toBe(422);
    expect(await walker.page.getByLabel(labelOf("requested")).inputValue()).toBe("a lot of money");
    expect(await walker.page.getByLabel(labelOf("participants")).inputValue()).toBe("many");
    expect(await walker.page.getByLabel(labelOf("requested")).getAttribute("aria-invalid")).toBe("true");
    await walker.open(`/apply/${proposal}/sections/the_plan`);
    expect(await walker.page.getByLabel(labelOf("requested")).inputValue(), "nothing is lost").toBe("a lot of money");
    await walker.open(`/apply/${proposal}/submission`);
    await walker.expectText("Before you can submit");
    expect(await walker.page.getByRole("button", { name: "Submit proposal" }).count()).toBe(0);
  });

  it(`goes on to the next section with Enter, also where a file is asked for, ${mode}`, async () => {
    const { walker, proposal } = await startedBy(`enter-${javaScript}@university.example`, javaScript);
    await walker.open(`/apply/${proposal}/sections/the_plan`);
    await walker.awake("#section");
    await walker.fill(labelOf("participants"), "12");
    await walker.page.getByLabel(labelOf("participants")).press("Enter");
    await walker.page.waitForURL(`**/apply/${proposal}/sections/the_team`);
  });

  it(`refuses by name a file that is not what it says, ${mode}`, async () => {
    const { walker, proposal } = await startedBy(`file-${javaScript}@university.example`, javaScript);
    await walker.open(`/apply/${proposal}/sections/the_plan`);
    await walker.awake("#section");
    const file = join(environment().dataDir, "a plan in words.pdf");
    await writeFile(file, "This is a text, whatever its name says.\n");
    if (!javaScript) await walker.press("Save, then send the file");
    await walker.page.getByLabel(labelOf("annex")).setInputFiles(file);
    if (!javaScript) await walker.press("Send the file");
    await walker.expectText("a plan in words.pdf: The file is not a PDF");
    await walker.look();
    const kept = await house.database
      .owner`select 1 from documents where proposal_id = ${proposal} and state <> 'removed'`;
    expect(kept).toHaveLength(0);
  });

  it(`shows the deadline in three zones to who comes after it, ${mode}`, async () => {
    const { walker, proposal } = await startedBy(`late-${javaScript}@university.example`, javaScript);
    await walker.open(`/apply/${proposal}/sections/the_work`);
    await walker.awake("#section");
    await walker.fill(labelOf("title"), "Typed one second before, sent one second after");
    await house.product.setClock(new Date(house.call.closesAt.getTime() + 1000));
    const answer = walker.page.waitForResponse(
      (response) => response.request().method() === "POST" && response.url().includes("/sections/"),
    );
    await walker.press("Save and continue");
    expect((await answer).status()).toBe(409);
    await walker.expectText("The call is closed");
    const zones = (await walker.page.locator(".deadline").textContent()) ?? "";
    for (const zone of javaScript ? ["United Kingdom Time", "New York Time", "UTC"] : ["New York Time", "UTC"]) {
      expect(zones).toContain(zone);
    }
  });
}

it("answers for somebody else's proposal exactly as for one that does not exist", async () => {
  const { walker: owner, proposal } = await startedBy("owner@university.example");
  await owner.open(`/apply/${proposal}/sections/the_work`);
  const { walker: stranger } = await startedBy("stranger@university.example");
  const nobodys = "00000000-0000-4000-8000-000000000000";
  const plain = (html: string, id: string) => html.replaceAll(id, "…").replace(/nonce="[^"]*"/g, "");
  for (const path of [
    "",
    "/sections/the_work",
    "/submission",
    "/receipt",
    "/decision",
    "/as-reviewers-see-it",
    "/withdrawal",
  ]) {
    const [theirs, none] = await Promise.all(
      [proposal, nobodys].map(async (id) => {
        const answer = await stranger.page.request.get(`/apply/${id}${path}`);
        const headers = Object.entries(answer.headers()).filter(
          ([name]) => !/date|security-policy|length|etag/.test(name),
        );
        return { status: answer.status(), headers, html: plain(await answer.text(), id) };
      }),
    );
    expect(theirs?.status, path).toBe(404);
    expect(theirs, path).toEqual(none);
  }
  const saved = await stranger.page.request.post(`/apply/${proposal}/answers`, {
    data: { question: "title", baseVersion: 0, text: "Taken over", saveId: nobodys },
  });
  expect(saved.status()).toBe(404);
});
