import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page, Response } from "playwright-core";
import { expect } from "vitest";
import { expectNoAxeFindings } from "#tests/setup/axe";
import { password } from "./fund-house";

/** What axe has looked at in this file: address, language and elements, without what differs between people. */
const looked = new Set<string>();
const parts = /[0-9a-f]{8}-[0-9a-f-]{27}|token=[^&]+/g;

/** A person in front of a browser: walks, types, presses; every page that opens is looked at by axe. */
export class Walker {
  /** Scripts that broke, pages that React found other than it would make them, what the page's own policy refused. */
  private readonly faults: string[] = [];

  constructor(
    readonly page: Page,
    readonly scripts = true,
  ) {
    page.setDefaultTimeout(20_000);
    page.on("pageerror", ({ message }) => this.faults.push(message));
    page.on("console", (line) => {
      if (line.text().includes("Content Security Policy")) this.faults.push(line.text());
    });
  }

  /** Looks at the page that stands: sound for axe, and, where asked for, kept as a picture. */
  async look() {
    expect(this.faults, this.page.url()).toEqual([]);
    const { pathname, search } = new URL(this.page.url());
    const language = await this.page.locator("html").getAttribute("lang");
    const shape = await this.page.evaluate(() =>
      [...document.body.querySelectorAll("*")].map(({ tagName }) => tagName).join(),
    );
    const seen = [(pathname + search).replace(parts, "…"), language, shape].join(" ");
    if (looked.has(seen)) return;
    looked.add(seen);
    await this.picture(pathname);
    await expectNoAxeFindings(this.page);
  }

  private async picture(pathname: string) {
    const folder = process.env.JOURNEY_PICTURES;
    if (!folder) return;
    await mkdir(folder, { recursive: true });
    const name =
      pathname
        .replace(parts, "")
        .replace(/[^a-z0-9]+/gi, "-")
        .replace(/^-|-$/g, "") || "home";
    const number = String(looked.size).padStart(2, "0");
    await this.page.screenshot({ path: join(folder, `${number}_${name}.png`), fullPage: true });
  }

  async open(address: string, status = 200): Promise<Response> {
    const response = await this.page.goto(address);
    expect(response?.status(), address).toBe(status);
    await this.look();
    return response as Response;
  }

  /** Does something that leads to another page, waits for it, and looks at it. */
  async leading(act: () => Promise<unknown>) {
    const opened = this.page.waitForEvent("load");
    await act();
    await opened;
    await this.look();
  }

  press(name: string | RegExp) {
    return this.leading(() => this.page.getByRole("button", { name }).first().click());
  }

  follow(name: string | RegExp) {
    return this.leading(() =>
      this.page.getByRole("main").or(this.page.getByRole("complementary")).getByRole("link", { name }).first().click(),
    );
  }

  async fill(label: string, text: string) {
    await this.page.getByLabel(label, { exact: true }).first().fill(text);
  }

  async choose(question: string, answer: string) {
    await this.page.getByRole("group", { name: question }).getByLabel(answer, { exact: true }).check();
  }

  path() {
    return new URL(this.page.url()).pathname;
  }

  async expectText(text: string | RegExp) {
    await this.page.getByText(text).first().waitFor();
  }

  async expectHeading(text: string | RegExp) {
    await this.page.getByRole("heading", { level: 1, name: text }).waitFor();
  }

  /** Waits until scripts have taken the page over; without scripts there is nothing to wait for. */
  async awake(form: string) {
    if (!this.scripts) return;
    await this.page.waitForFunction((selector) => {
      const taken = document.querySelector<HTMLElement>(selector);
      return taken?.dataset.awake || Object.keys(taken ?? {}).some((key) => key.startsWith("__reactProps"));
    }, form);
  }

  async signIn(email: string, to?: string) {
    await this.open(to ? `/sign-in?to=${encodeURIComponent(to)}` : "/sign-in");
    await this.fill("E-mail address", email);
    await this.fill("Password", password);
    await this.press("Sign in");
    expect(this.path()).not.toBe("/sign-in");
  }
}
