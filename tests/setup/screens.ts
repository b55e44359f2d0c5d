import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { BrowserContext } from "playwright-core";
import { launchBrowser, newVisitor, type Visitor } from "./launch-browser";

const usage = `Takes pictures of pages of a running application, full length, as PNG files.

  npx tsx tests/setup/screens.ts <folder> </address> [</address> …]

  --base http://localhost:3000   where the application runs
  --locale en,ar                 languages
  --width 390,1280               widths in pixels
  --scheme light,dark            colour schemes
  --sign-in e-mail:password      signs in first
  --no-javascript                with JavaScript off`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    base: { type: "string", default: "http://localhost:3000" },
    locale: { type: "string", default: "en" },
    width: { type: "string", default: "390,1280" },
    scheme: { type: "string", default: "light,dark" },
    "sign-in": { type: "string" },
    "no-javascript": { type: "boolean", default: false },
  },
});

const [folder, ...addresses] = positionals;
if (!folder || addresses.length === 0) {
  console.error(usage);
  process.exit(2);
}

async function signIn(context: BrowserContext, credentials: string) {
  const [email = "", password = ""] = credentials.split(/:(.*)/s);
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.fill('[name="email"]', email);
  await page.fill('[name="password"]', password);
  await Promise.all([page.waitForURL((url) => url.pathname !== "/sign-in"), page.press('[name="password"]', "Enter")]);
  await page.close();
}

const nameOf = (address: string, parts: (string | number)[]) =>
  `${[address.replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "") || "home", ...parts].join("_")}.png`;

await mkdir(folder, { recursive: true });
const browser = await launchBrowser();
try {
  for (const locale of values.locale.split(",") as NonNullable<Visitor["locale"]>[]) {
    for (const colorScheme of values.scheme.split(",") as NonNullable<Visitor["colorScheme"]>[]) {
      for (const width of values.width.split(",").map(Number)) {
        const javaScript = !values["no-javascript"];
        const context = await newVisitor(browser, { baseURL: values.base, locale, colorScheme, width, javaScript });
        if (values["sign-in"]) await signIn(context, values["sign-in"]);
        const page = await context.newPage();
        for (const address of addresses) {
          const response = await page.goto(address, { waitUntil: "load" });
          const file = join(folder, nameOf(address, [locale, width, colorScheme]));
          await page.screenshot({ path: file, fullPage: true });
          console.info(`${response?.status()} ${address} → ${file}`);
        }
        await context.close();
      }
    }
  }
} finally {
  await browser.close();
}
