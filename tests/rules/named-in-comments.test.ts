import { expect, it } from "vitest";
import { recogniser } from "~/reviews/named-in-comments";

const member = (ref: string, name: string, email = `${ref}@elsewhere.example`, institution: string | null = null) => ({
  ref,
  name,
  email,
  institution,
});
const group = [
  member("rosa", "Rosa Lindqvist Hope", "rosa.hope@advisory.example", "University of the Lakes"),
  member("emeka", "Emeka Okonkwo"),
  member("grace", "Grace Young", "g.young@elsewhere.example", "Institute of Rivers"),
  member("li", "李 明华"),
  member("amal", "أمل الخطيب"),
];
const named = recogniser(group);

it.each<[string, string[]]>([
  ["As Emeka Okonkwo has shown, this works.", ["Emeka Okonkwo"]],
  ["See OKONKWO, Emeka (2020).", ["Emeka Okonkwo"]],
  ["Ask Dr Okonkwo about it.", ["Emeka Okonkwo"]],
  ["Ask Dr. Young about it.", ["Grace Young"]],
  ["We agree with Young’s objection.", ["Grace Young"]],
  ["It was said by Okonkwo. The same holds here.", ["Emeka Okonkwo"]],
  ["A sentence of some length that is cut off somewhere before it names Okonkwo University.", ["Emeka Okonkwo"]],
  ["Hope and others said so: I, HOPE, too.", ["hope", "Rosa Lindqvist Hope"]],
  ["(Dr Young)", ["Grace Young"]],
  ["Write to rosa.hope@advisory.example.", ["rosa.hope@advisory.example"]],
  ["这是李明华的意见", ["李 明华"]],
  ["كما قالت أمل الخطيب في الاجتماع", ["أمل الخطيب"]],
  ["I am Rosa.", ["rosa"]],
  ["At the University of the Lakes we do it otherwise.", ["University of the Lakes"]],
])("finds who could be recognised, in a comment of Rosa's: %s", (text, found) => {
  expect(named({ author: "rosa", text }).sort()).toEqual([...found].sort());
});

it.each([
  "We hope for more, and hope is no plan.",
  "Young people are asked, and young people answer.",
  "It works. Young people would say so themselves.",
  "Good!\nYoung people",
  "“Young people” is too wide a term. Grace periods are needed, in good grace.",
  "More than the Institute of Rivers does.",
  "A stronger design, and a careful budget.",
  "",
])("finds nobody where words only look alike: %s", (text) => {
  expect(named({ author: "rosa", text })).toEqual([]);
});

it("holds an author to more than her colleagues: parts of her own name and her own institution", () => {
  const text = "In my years at the Institute of Rivers I, Grace, learnt that grace under pressure counts.";
  expect(named({ author: "grace", text }).sort()).toEqual(["Institute of Rivers", "grace"]);
  expect(named({ author: "emeka", text })).toEqual([]);
});
