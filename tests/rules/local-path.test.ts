import { describe, expect, it } from "vitest";
import { localPath } from "~/access/local-path";

describe("a path to go back to", () => {
  it.each(["/", "/calls?x=1#top", "/apply/1", "/a//b"])("may be %s", (path) => {
    expect(localPath(path)).toBe(path);
  });

  it("is written so that a header can carry it", () => {
    expect(localPath("/دعوات?بحث=1")).toBe("/%D8%AF%D8%B9%D9%88%D8%A7%D8%AA?%D8%A8%D8%AD%D8%AB=1");
    expect(localPath("/a\0b")).toBe("/a%00b");
  });

  it.each([
    "",
    "calls",
    "//evil.example",
    "/\\evil.example",
    "/.//evil.example",
    "/x/..//evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "/a b",
    "/a\r\nSet-Cookie: x=1",
    `/${"a".repeat(600)}`,
    null,
    7,
  ])("is never %s", (path) => {
    expect(localPath(path)).toBeNull();
  });
});
