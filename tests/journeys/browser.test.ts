import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, it } from "vitest";
import { expectNoAxeFindings } from "#tests/setup/axe";
import { testBrowser } from "#tests/setup/browser";

const page = (fault: string) => `<!doctype html><html lang="en"><head><title>A page</title>
  <meta name="viewport" content="width=device-width">
  <style>:root { color-scheme: light dark } span { font-size: 2rem }</style></head>
  <body><main><h1>A page</h1><noscript><p>Without JavaScript</p></noscript><p id="script"></p>
  <span id="latin">iiii</span> <span id="arabic" lang="ar">بحث</span> ${fault}
  <script>document.getElementById("script").textContent = "With JavaScript"</script></main></body></html>`;

const server = createServer((request, response) => {
  response.setHeader("content-type", "text/html; charset=utf-8");
  if (request.url === "/guarded") response.setHeader("content-security-policy", "script-src 'none'");
  response.end(page(request.url === "/faulty" ? '<input type="text">' : ""));
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
afterAll(() => server.close());
const baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const visit = await testBrowser();

it("runs scripts, or does not, as a visitor's browser would", async () => {
  const withScript = await visit({ baseURL });
  await withScript.goto("/");
  expect(await withScript.textContent("#script")).toBe("With JavaScript");
  await withScript.goto("/guarded");
  expect(await withScript.textContent("#script"), "content security policy is kept").toBe("");
  const without = await visit({ baseURL, javaScript: false });
  await without.goto("/");
  expect(await without.isVisible("noscript p")).toBe(true);
});

it("axe finds the fault that is there, and nothing where there is none, also with JavaScript off", async () => {
  for (const javaScript of [true, false]) {
    const visitor = await visit({ baseURL, javaScript });
    await visitor.goto("/faulty");
    await expect(expectNoAxeFindings(visitor)).rejects.toThrow("label");
    await visitor.goto("/");
    await expectNoAxeFindings(visitor);
  }
});

it("has Arabic letters, joined as they are written", async () => {
  const visitor = await visit({ baseURL, locale: "ar" });
  await visitor.goto("/");
  const session = await visitor.context().newCDPSession(visitor);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector: "#arabic" });
  const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
  expect(fonts.length).toBeGreaterThan(0);
  const glyphs = fonts.reduce((sum, font) => sum + font.glyphCount, 0);
  expect(glyphs).toBeGreaterThan(0);
  expect(fonts.map((font) => font.familyName).join()).not.toMatch(/Open Sans/);
});
