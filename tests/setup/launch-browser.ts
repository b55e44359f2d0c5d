import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "playwright-core";
import { fontConfiguration } from "./browser-fonts";
import { findBrowser } from "./browser-program";

/** Not the package's own list, which hides faults of content security policy and origin. */
const switches = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--no-zygote",
  "--disable-background-networking",
];

/** Starts a headless browser; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { executable, environment, fonts } = await findBrowser();
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined));
  return chromium.launch({
    executablePath: executable,
    args: switches,
    env: { ...(inherited as Record<string, string>), ...environment, FONTCONFIG_FILE: await fontConfiguration(fonts) },
  });
}

export type Visitor = {
  baseURL: string;
  /** False: pages must work without any script. */
  javaScript?: boolean;
  locale?: "en" | "ar";
  colorScheme?: "light" | "dark";
  width?: number;
  options?: BrowserContextOptions;
};

const languages = { en: "en-GB", ar: "ar" };

/** A person with a browser of their own: own cookies, own language, with or without JavaScript. */
export function newVisitor(browser: Browser, visitor: Visitor): Promise<BrowserContext> {
  const width = visitor.width ?? 1280;
  return browser.newContext({
    baseURL: visitor.baseURL,
    javaScriptEnabled: visitor.javaScript ?? true,
    locale: languages[visitor.locale ?? "en"],
    timezoneId: "Europe/London",
    colorScheme: visitor.colorScheme ?? "light",
    viewport: { width, height: width < 600 ? 844 : 900 },
    ...visitor.options,
  });
}
