import { expect, it } from "vitest";
import { packetForm } from "~/eligibility/eligibility.forms";
import { askedWords, postedWord, wordOf } from "~/eligibility/words-in-files";

const word = { document: "2f1c", term: "Rift Lakes University" };

it("a word of a file is posted with its file, and read as it was", () => {
  expect(wordOf(postedWord(word))).toEqual(word);
});

it("what names nobody in a file is no word that names nobody in the answers, nor the other way round", () => {
  const inFile = packetForm.parse({ redact: "Field", accept_in_file: "2f1c Field" });
  expect(inFile).toMatchObject({
    redact: ["Field"],
    accept: [],
    acceptInFile: [{ document: "2f1c", term: "Field" }],
  });
  expect(packetForm.parse({ redact: "Field", accept: "Field" })).toMatchObject({
    redact: [],
    accept: ["Field"],
    acceptInFile: [],
  });
});

it("what an officer said of a word stays said while something else is refused", () => {
  const said = postedWord(word);
  const other = { document: "9b7e", term: "Field" };
  expect(askedWords([], [])).toEqual([]);
  expect(askedWords([said], [other])).toEqual([
    { ...word, value: said, namesNobody: true },
    { ...other, value: postedWord(other), namesNobody: false },
  ]);
});
