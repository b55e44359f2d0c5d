import { randomBytes } from "node:crypto";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument } from "pdf-lib";
import { expect } from "vitest";
import { pdfWith } from "#tests/setup/pdf";
import { paths } from "~/ui/paths";
import { type House, letterTo, linkIn, password } from "./fund-house";
import { callTitle, labelOf } from "./small-call";
import type { Walker } from "./walker";

export const applicant = {
  name: "Amina Wanjiku Otieno",
  email: "amina@rift-lakes.example",
  institution: "Rift Lakes University",
};
export const title = "Warning messages that make people stop";
const summary = "We test which warning makes people stop searching, with the people who would write it.";

/** Makes an account and verifies its address by the link of a letter that really arrived. */
export async function signUp(house: House, walker: Walker) {
  await walker.open("/");
  await walker.follow(callTitle);
  await walker.expectText("Deterrence");
  await walker.follow("Sign in to start a proposal");
  await walker.follow("Create an account");
  await walker.fill("Your name", applicant.name);
  await walker.fill("E-mail address", applicant.email);
  await walker.fill("Password", password);
  await walker.press("Create account");
  await walker.expectHeading("Look into your mailbox");
  await walker.open(await linkIn(house, applicant.email, "confirm your e-mail address"));
  await walker.press("Verify and sign in");
  await walker.expectHeading(callTitle);
  expect(walker.path(), "back where she was going").toBe(paths.call(house.call.slug));
}

/** Starts a proposal; returns its id. */
export async function startProposal(house: House, walker: Walker): Promise<string> {
  await walker.open(`/calls/${house.call.slug}`);
  await walker.press("Start a proposal");
  await walker.expectText("What reviewers read");
  return walker.path().split("/")[2] ?? "";
}

/** Answers the first section; with scripts every answer is saved before any button is pressed. */
export async function describeTheWork(walker: Walker) {
  const { page } = walker;
  await walker.follow("The work");
  await walker.awake("#section");
  await walker.fill(labelOf("title"), title);
  await walker.fill(labelOf("summary"), summary);
  await walker.choose(labelOf("theme"), "Deterrence");
  await walker.choose(labelOf("regions"), "Africa");
  await walker.choose(labelOf("regions"), "Europe");
  await walker.choose(labelOf("children"), "No");
  const consent = page.getByLabel(labelOf("consent"));
  expect(await consent.isVisible(), "asked only where it matters, or says when it matters").toBe(!walker.scripts);
  if (walker.scripts) {
    await walker.choose(labelOf("children"), "Yes");
    expect(await consent.isVisible()).toBe(true);
    await walker.choose(labelOf("children"), "No");
    await page.locator(".saving-state").getByText("Saved", { exact: false }).waitFor();
    await page.waitForFunction(() => Object.keys(localStorage).every((key) => !key.startsWith("fund-journal:")));
    await walker.leading(() => page.reload());
    expect(await page.getByLabel(labelOf("title")).inputValue()).toBe(title);
    expect(await page.getByLabel(labelOf("summary")).inputValue()).toBe(summary);
    expect(
      await page
        .getByRole("group", { name: labelOf("regions") })
        .getByLabel("Europe")
        .isChecked(),
    ).toBe(true);
    await walker.awake("#section");
  }
  await walker.press("Save and continue");
  await walker.expectHeading("Plan and money");
}

/** A PDF that is heavy because of what the fund takes out of it before anybody reads it. */
async function heavyPdf(): Promise<string> {
  const document = await PDFDocument.load(await pdfWith("What we will do and how", "And what we will not do"));
  await document.attach(randomBytes(600_000), "data.bin", { mimeType: "application/octet-stream" });
  const file = join(await mkdtemp(join(tmpdir(), "fund-journey-")), "annex.pdf");
  await writeFile(file, await document.save());
  return file;
}

/** Answers the plan and hands a file over, over a line slow enough to see it travel. */
export async function planTheWork(walker: Walker) {
  const { page } = walker;
  await walker.awake("#section");
  await walker.fill(labelOf("requested"), "120000");
  await walker.choose(labelOf("months"), "24 months");
  await walker.fill(labelOf("participants"), "240");
  await walker.fill(labelOf("begins"), "2027-09-01");
  const file = await heavyPdf();
  if (walker.scripts) {
    const line = await page.context().newCDPSession(page);
    const slow = { offline: false, latency: 20, downloadThroughput: -1, uploadThroughput: 300_000 };
    await line.send("Network.enable");
    await line.send("Network.emulateNetworkConditions", slow);
    await walker.leading(async () => {
      await page.getByLabel(labelOf("annex")).setInputFiles(file);
      await page.getByRole("progressbar", { name: "Sending" }).waitFor();
    });
    await line.send("Network.emulateNetworkConditions", { ...slow, latency: 0, uploadThroughput: -1 });
    await line.detach();
    await walker.awake("#section");
  } else {
    // A plain form sends what it holds: the answers are saved first, and the file has a page of its own.
    await walker.press("Save, then send the file");
    await page.getByLabel(labelOf("annex")).setInputFiles(file);
    await walker.press("Send the file");
  }
  await walker.expectText("annex.pdf");
  expect(await page.getByLabel(labelOf("requested")).inputValue()).toBe("120000");
  await walker.press("Save and continue");
  await walker.expectHeading("The team");
}

/** Answers the part that reviewers never see. */
export async function presentTheTeam(walker: Walker) {
  await walker.awake("#section");
  await walker.fill(labelOf("principal_investigator"), applicant.name);
  await walker.fill(labelOf("host_institution"), applicant.institution);
  await walker.page.getByLabel(labelOf("host_country")).selectOption("KE");
  await walker.choose(labelOf("sector"), "Academic");
  await walker.press("Save and go to the overview");
  await walker.expectText("100 %");
}

/** Looks at the proposal as reviewers will, submits it, and has the receipt on the page and by letter. */
export async function submit(house: House, walker: Walker, proposal: string) {
  await walker.follow("As reviewers will see it");
  // A heavy file takes longer to look into than a page waits.
  const lookAgain = walker.page.getByRole("link", { name: "Look again" });
  while ((await lookAgain.count()) > 0) await walker.follow("Look again");
  await walker.expectText("We found nothing that tells who you are");
  expect(await walker.page.locator("main").textContent()).not.toContain(applicant.institution);
  await walker.open(`/apply/${proposal}`);
  await walker.follow("Check and submit");
  await walker.press("Submit proposal");
  await walker.expectHeading("Your proposal was received");
  const facts = await walker.page.locator("main").textContent();
  const letter = await letterTo(house, applicant.email, "We received your proposal");
  const reference = /\(([^)]+)\)/.exec(letter.subject ?? "")?.[1] ?? "none";
  expect(facts).toContain(reference);
  expect(letter.text).toContain(await walker.page.locator("main code").first().textContent());
}

/** Reads the decision, with the comment that was meant for the applicant, and nothing else. */
export async function readDecision(house: House, walker: Walker, comment: string) {
  const letter = await letterTo(house, applicant.email, "The decision on your proposal");
  expect(letter.text).toContain("award a grant");
  await walker.open("/apply");
  await walker.follow(title);
  await walker.follow("Decision");
  await walker.expectText("The fund awards a grant to your proposal");
  await walker.expectText(/USD\s110,000/);
  await walker.expectText(comment);
}
