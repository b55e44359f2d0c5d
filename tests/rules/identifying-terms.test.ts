import { expect, it } from "vitest";
import { identifyingTerms } from "~/identities/identifying-terms";
import { excerpts, foundTerms, placesOf, redacted } from "~/identities/identity-scan";

it("looks for a name as a whole, in its parts, and without a title's or a particle's help", () => {
  expect(identifyingTerms([{ kind: "name", term: "Ana van der Berg-Otieno" }])).toEqual([
    "Ana van der Berg-Otieno",
    "Ana",
    "Berg-Otieno",
    "Berg",
    "Otieno",
  ]);
  expect(identifyingTerms([{ kind: "name", term: "木村 健二" }])).toContain("木村健二");
});

it("looks for an address and its domain, but not for a domain anybody can have", () => {
  expect(identifyingTerms([{ kind: "email", term: "ana@rift-lakes.example" }])).toContain("rift-lakes.example");
  expect(identifyingTerms([{ kind: "email", term: "ana@gmail.com" }])).toEqual(["ana@gmail.com"]);
});

it("looks for an institution and its acronym", () => {
  expect(identifyingTerms([{ kind: "institution", term: "Rift Lakes University" }])).toEqual([
    "Rift Lakes University",
    "RLU",
  ]);
});

it("takes a list of people apart, line by line, and leaves what they do", () => {
  const terms = identifyingTerms([
    { kind: "people", term: "Lucía Peña, Instituto Valle Sereno (lucia@valle.example): fieldwork in schools" },
  ]);
  expect(terms).toEqual(expect.arrayContaining(["Lucía Peña", "Instituto Valle Sereno", "valle.example"]));
  expect(terms).not.toContain("fieldwork in schools");
});

it("finds a name however it was typed, and not inside another word", () => {
  expect(placesOf("Lucia PENA wrote", "Lucía Peña")).toEqual([{ from: 0, to: 10 }]);
  expect(placesOf("Luci\u0301a  Pen\u0303a wrote", "Lucía Peña")[0]?.from).toBe(0);
  expect(placesOf("Pe\u200bña", "Peña")).toHaveLength(1);
  expect(placesOf("the openness of data", "Pen")).toEqual([]);
  expect(placesOf("我们在木村健二的研究中", "木村健二")).toEqual([{ from: 3, to: 7 }]);
  expect(placesOf("فريق سَلمى الزعبي", "سلمى الزعبي")).toHaveLength(1);
});

it("blacks out overlapping places as one, and whole characters with their marks", () => {
  const answers = { summary: "By Amina Otieno, Otieno and Pen\u0303a." };
  expect(redacted(answers, ["Amina Otieno", "Otieno", "Peña"]).summary).toBe("By █████, █████ and █████.");
});

it("names a place once, by the longest word, with the words around it", () => {
  const answers = { summary: "Led by Amina Otieno in three schools." };
  const terms = ["Amina Otieno", "Amina", "Otieno"];
  expect(foundTerms(answers, terms)).toEqual([{ question: "summary", term: "Amina Otieno", at: 7 }]);
  expect(excerpts(answers, terms)).toEqual([
    {
      question: "summary",
      term: "Amina Otieno",
      before: "Led by ",
      found: "Amina Otieno",
      after: " in three schools.",
    },
  ]);
});
