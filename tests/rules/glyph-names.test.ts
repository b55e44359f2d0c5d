import { expect, it } from "vitest";
import { tellsItsLetter } from "~/documents/glyph-names";

const names = (text: string) => text.split(" ");

it.each(
  names("A eacute ampersand fi ffi f_f_i Euro afii10017 theta1 uni0041 u1F600 .notdef parenleftbigg A.alt eacute.sc"),
)("%s says which letter it is", (name) => {
  expect(tellsItsLetter(name, 65)).toBe(true);
});

it.each(names("g50 glyph12 cid12 G3a C0041 a65 index7 x1 ga 12 uni41 uni004g k.sc uni0041.sc"))(
  "%s says nothing of a letter",
  (name) => {
    expect(tellsItsLetter(name, 65)).toBe(false);
  },
);
