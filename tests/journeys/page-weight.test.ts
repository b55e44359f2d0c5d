import { expect, it } from "vitest";
import { testBrowser } from "#tests/setup/browser";
import { pageWeight } from "~/commands/bench/page-weight.server";
import { startProposal } from "./steps/applicant";
import { openHouse, resident } from "./steps/fund-house";
import { Walker } from "./steps/walker";

const house = await openHouse({ letters: false });
const visit = await testBrowser();
const kilobyte = 1000;

it("public pages weigh at most 60 kB, at most 15 kB of it script", async () => {
  for (const path of ["/", "/calls", `/calls/${house.call.slug}`, "/grantees", "/sign-in"]) {
    const weight = await pageWeight(house.product.port, { path });
    expect(weight.all, path).toBeLessThanOrEqual(60 * kilobyte);
    expect(weight.script, path).toBeLessThanOrEqual(15 * kilobyte);
    expect(weight.style, "the stylesheet was found").toBeGreaterThan(1000);
  }
});

it("a section of the form weighs no more on a first visit, and its uploader comes when a file is chosen", async () => {
  await resident(house, "Amina Otieno", "amina@university.example");
  const walker = new Walker(await visit({ baseURL: house.product.url }));
  await walker.signIn("amina@university.example", "/apply");
  const path = `/apply/${await startProposal(house, walker)}/sections/the_work`;
  const cookie = (await walker.page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const weight = await pageWeight(house.product.port, { path, cookie });
  expect(weight.all).toBeLessThanOrEqual(60 * kilobyte);
  expect(weight.script).toBeLessThanOrEqual(15 * kilobyte);
  expect(weight.script, "the form does bring its script").toBeGreaterThan(2 * kilobyte);
});

it("a browser fetches nothing beyond what was weighed", async () => {
  const page = await visit({ baseURL: house.product.url });
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto(`/calls/${house.call.slug}`, { waitUntil: "networkidle" });
  expect(fetched.filter((path) => path.endsWith(".js"))).toEqual([]);
  expect(fetched.filter((path) => path.endsWith(".css"))).toHaveLength(1);
});
