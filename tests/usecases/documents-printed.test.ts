import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchBrowser } from "#tests/setup/launch-browser";
import { clearPdf } from "~/documents/clear-pdf.server";
import { identifyingTerms } from "~/identities/identifying-terms";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

/** A file as a browser, or a word processor in one, prints it: glyphs in subsets of fonts, in the order of the paper. */
async function printed(body: string): Promise<Uint8Array> {
  const page = await browser.newPage();
  await page.setContent(`<!doctype html><meta charset="utf-8"><body style="font: 14px sans-serif">${body}</body>`);
  const bytes = await page.pdf({ format: "A4" });
  await page.close();
  return bytes;
}
const cleared = async (body: string, name: string) =>
  clearPdf(await printed(body), identifyingTerms([{ kind: "name", term: name }]));

it.each([
  ["<p dir=rtl>قام محمد العلي بهذه الدراسة في ثلاث مدن، وشارك فيها معلمون.</p>", "محمد العلي"],
  ["<p>The study was led by Dr Oti&shy;eno.</p>", "Mary Otieno"],
  ["<p style='width: 60px; hyphens: manual'>written by Okon&shy;kwolindqvist here</p>", "Adaeze Okonkwolindqvist"],
  ["<p>led by D’Souza</p>", "Anne D'Souza"],
])("a name stops a printed file: %s", async (body, name) => {
  expect(await cleared(body, name)).toMatchObject({ cleared: false, because: "identity_terms_found" });
});

it.each([
  ["<p dir=rtl>وشارك لافي العلي في الدراسة.</p>", "لافي العلي"],
  ["<p>यह अध्ययन अमित शर्मा ने किया।</p>", "अमित शर्मा"],
  ["<p>本研究は木村健二が行う。</p>", "木村健二"],
  ["<p>이 연구는 김민수가 수행한다.</p>", "김민수"],
  ["<p>โครงการนี้นำโดยสมชายและคณะ</p>", "สมชาย"],
])("a name in a script whose glyphs may lose their letters is found, or a person looks: %s", async (body, name) => {
  expect((await cleared(body, name)).cleared).toBe(false);
});

it("a printed file without the name is cleared; in Arabic, where the browser draws dots by themselves, a person looks", async () => {
  expect(await cleared("<p>Our work plan has three steps.</p>", "Mary Otieno")).toMatchObject({ cleared: true });
  const arabic = "<p dir=rtl>خطة العمل من ثلاث خطوات، وتشمل المدارس.</p>";
  const clean = await cleared(arabic, "محمد العلي");
  if (!clean.cleared) expect(clean).toMatchObject({ because: "pages_without_text", found: [] });
});
