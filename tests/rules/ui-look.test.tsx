import { readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";

const tokens = readFileSync("app/ui/tokens.css", "utf8");
const files = ["app/ui/tokens.css", ...readdirSync("app/ui/styles").map((name) => `app/ui/styles/${name}`)];
const styles = files.map((file) => readFileSync(file, "utf8")).join("\n");

const colours = (block: string) =>
  Object.fromEntries(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{3,6});/g)].map((match) => [match[1], match[2] as string]),
  );

const [lightBlock = "", darkBlock = ""] = tokens.split("@media screen and (prefers-color-scheme: dark)");
const light = colours(lightBlock);
const inks = { light, dark: { ...light, ...colours(darkBlock) } };

function luminance(colour: string): number {
  const digits = colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit).join("") : colour.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((start) => {
    const part = Number.parseInt(digits.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

describe.each(["light", "dark"] as const)("ink on paper, %s", (scheme) => {
  const ink = (name: string) => inks[scheme][name] ?? `missing ${name}`;
  const papers = ["paper", "paper-raised", "paper-sunk"];
  const texts = [
    ...papers.flatMap((paper) => ["ink", "ink-soft", "accent"].map((text) => [text, paper])),
    ...papers.flatMap((paper) => ["red", "green", "amber"].map((text) => [text, paper])),
    ["on-accent", "accent"],
    ["on-accent", "accent-deep"],
    ["accent-deep", "accent-wash"],
    ["ink", "accent-wash"],
    ["ink-soft", "accent-wash"],
    ["red", "red-wash"],
    ["green", "green-wash"],
    ["amber", "amber-wash"],
  ] as [string, string][];

  it.each(texts)("%s on %s can be read at 7 to 1", (text, paper) => {
    expect(contrast(ink(text), ink(paper))).toBeGreaterThanOrEqual(7);
  });

  it.each(["line-strong", "focus", "red-line", "green-line", "amber-line", "accent"])(
    "%s is seen at 3 to 1",
    (line) => {
      expect(contrast(ink(line), ink("paper"))).toBeGreaterThanOrEqual(3);
    },
  );
});

describe("the stylesheet", () => {
  it("is small", () => {
    expect(brotliCompressSync(styles.replace(/\s+/g, " ")).length).toBeLessThan(8 * 1024);
  });

  it("knows no left and no right, so that it mirrors", () => {
    const sided = styles.match(
      /(^|[\s;{])(((margin|padding|border)-(left|right)|left|right)\s*:|(float|text-align)\s*:\s*(left|right))/gm,
    );
    expect(sided ?? []).toEqual([]);
  });

  it("asks nothing of any other server", () => {
    expect(styles).not.toMatch(/url\(|@font-face|https?:/);
  });
});
