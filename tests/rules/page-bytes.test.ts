import { expect, it } from "vitest";
import { bytesOf } from "~/http/page-bytes.server";

it("puts the parts of a page one behind the other, in UTF-8", () => {
  const parts = ["<p>Zürich – ", "أمان", " 日本 🧒🏽", "</p>"];
  expect(bytesOf(parts).toString()).toBe("<p>Zürich – أمان 日本 🧒🏽</p>");
  expect(bytesOf([])).toHaveLength(0);
});

it("never writes into a page that it made before, however many follow, and however long", () => {
  const pages = Array.from({ length: 40 }, (_, turn) => `${turn} `.repeat(turn === 20 ? 900_000 : 20_000));
  const sent = pages.map((page) => bytesOf([page]));
  expect(sent.map(String).every((text, turn) => text === pages[turn])).toBe(true);
});
