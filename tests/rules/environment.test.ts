import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";

const live = {
  OPERATED_AS: "production",
  APP_URL: "https://fund.example",
  SESSION_SECRET: "a0b1c2d3e4f5g6h7i8j9k0l1m2n3o4p5q6",
  SMTP_URL: "smtps://mail.example",
};

/** What the product makes of these settings alone. */
async function readWith(settings: Record<string, string>) {
  vi.resetModules();
  for (const name of [...Object.keys(live), "DATABASE_URL", "FUND_DEMO", "PORT"])
    vi.stubEnv(name, settings[name] ?? "");
  vi.stubEnv("DATA_DIR", mkdtempSync(join(tmpdir(), "fund-environment-")));
  const { environment } = await import("~/http/environment.server");
  return environment();
}

afterEach(() => vi.unstubAllEnvs());

it("takes what production needs", async () => {
  expect(await readWith(live)).toMatchObject({ production: true, smtpUrl: "smtps://mail.example" });
});

it.each([
  ["SESSION_SECRET", ""],
  ["SESSION_SECRET", "too short"],
  ["SESSION_SECRET", "a".repeat(40)],
  ["APP_URL", ""],
  ["APP_URL", "fund.example"],
  ["SMTP_URL", ""],
  ["SMTP_URL", "http://mail.example"],
])("refuses production with %s set to %j, and says which", async (name, value) => {
  await expect(readWith({ ...live, [name]: value })).rejects.toThrow(name);
});

it("sends nothing where that was said, and locally without being told", async () => {
  expect((await readWith({ ...live, SMTP_URL: "none" })).smtpUrl).toBeUndefined();
  expect((await readWith({})).smtpUrl).toBeUndefined();
});
