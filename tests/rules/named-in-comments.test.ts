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

/** What is found in a comment where one member alone is looked for. */
const foundOf = (name: string, text: string, author = "somebody else", institution: string | null = null) =>
  recogniser([member("her", name, undefined, institution)])({ author, text }).sort();

it.each([
  ["Anna Smith-Jones", "I agree with Dr Smith-Jones here."],
  ["Anna Kim-Lee", "Kim‐Lee has shown why."],
  ["Anna Smith-Jones", "Smith-Jones has shown why."],
  ["Anna Smith-Jones", "see smith-jones, anna (2020)"],
  ["Anna Smith-Jones", "In Jones’s work this fails, and in Smith’s."],
  ["Anna Smith-Jones", "A Jones-led study"],
  ["Anna Smith Jones", "In the work of Smith-Jones this fails."],
  ["Conor O'Brien", "In the work of O'Brien this fails."],
  ["Conor O'Brien", "In the work of O’Brien this fails."],
  ["Conor O’Brien", "O'Brien's work shows why."],
  ["Conor O’Brien", "O'BRIEN'S WORK SHOWS WHY"],
  ["Conor Oʼbrien", "In the work of O'Brien this fails."],
  ["Omar Al-Sayed", "In the work of Al-Sayed this fails."],
  ["Omar al-Sayed", "In the work of al-Sayed this fails."],
  ["Prof. Dr. Emeka Okonkwo, PhD", "In the work of Okonkwo this fails."],
  ["Prof. Dr. Emeka Okonkwo, PhD", "emeka okonkwo"],
  ["Emeka Okonkwo", "A. Okonkwo and others"],
  ["Emeka Okonkwo", "Okonkwo, E. (2020)"],
  ["Min-Jung Kim", "Ask Dr Kim about it."],
  ["Min-Jung Kim", "Ask Dr.Kim about it."],
  ["Min-Jung Kim", "Ask DR KIM’S group."],
  ["Min-Jung Kim", "Ask Dr MJ Kim about it."],
  ["Min-Jung Kim", "Ask Professor Min-Jung."],
  ["Asha Roy", "It was done by A. Roy and others."],
  ["Asha Roy", "Roy, A. (2020)"],
  ["Asha Roy", "J.-P. Roy said so."],
  ["Anna Das", "Ask Mrs Das."],
  ["Li Wei", "Ask Ms Li."],
  ["Jörg Müller", "Ask Dr Mueller."],
  ["Joerg Mueller", "In the work of Müller this fails."],
])("finds %s, of the group, in a colleague's comment: %s", (name, text) => {
  expect(foundOf(name, text)).toEqual([name]);
});

it.each([
  ["Anna Smith-Jones", "The smith jones along; Blacksmith-made."],
  ["Omar Al-Sayed", "Al is no name, and Dr Al is nobody."],
  ["Jan van der Berg", "Ask Dr Van Dyke and Prof. Der."],
  ["Prof. Dr. Ana Lima", "Ask Prof. Dr. Otieno."],
  ["Asha Roy", "Roy is a word here. We ask Roy, and Roy answers."],
  ["Asha Roy", "Good.\nKind regards, Roy"],
  ["Ali Can", "Can this be done? We Can. We ask whether it can."],
  ["Min-Jung Kim", "Dr. Who, Kimberley and A. Kimura"],
  ["Jörg Müller", "a mueller, a muller"],
])("does not find %s, of the group, in a colleague's comment: %s", (name, text) => {
  expect(foundOf(name, text)).toEqual([]);
});

it.each<[string, string, string[]]>([
  ["Jean-Pierre Dupont", "Signed, Jean-Pierre.", ["jean", "pierre"]],
  ["Anna Smith-Jones", "As I, Smith, have said.", ["Anna Smith-Jones", "smith"]],
  ["Asha Roy", "Dr Roy", ["Asha Roy"]],
  ["Asha Roy", "A careful design.\nKind regards, A. Roy", ["Asha Roy"]],
  ["Asha Roy", "A careful design. Kind regards from Roy", ["Asha Roy"]],
  ["Asha Roy", "A careful design.\n\nRoy", ["Asha Roy"]],
  ["Asha Roy", "A careful design – Roy", ["Asha Roy"]],
  ["Asha Roy", "A careful design, ROY", ["Asha Roy"]],
  ["Asha Roy", "A careful design.\nRoy\nSenior lecturer in law", ["Asha Roy"]],
  ["Asha Roy", "A careful design.\nBest wishes,\nRoy (a reviewer)", ["Asha Roy"]],
  ["Li Wu", "A careful design.\nYours sincerely\nWu", ["Li Wu"]],
  ["Jörg Müller", "As I, Joerg, have said.", ["joerg"]],
])("finds %s where she writes of herself: %s", (name, text, found) => {
  expect(foundOf(name, text, "her")).toEqual(found);
});

it.each([
  ["Ali Can", "Can this be done? I think that we can. Can more be said of consent?"],
  ["Li An", "An honest plan, and a careful one.\nAn addition: more on consent."],
  ["Asha Roy", "The royal road; Royce and Troy."],
])("does not find %s where she writes of something else: %s", (name, text) => {
  expect(foundOf(name, text, "her")).toEqual([]);
});

it.each<[string, string, string[]]>([
  ["University College London", "at UCL we do it otherwise", ["UCL"]],
  ["University College London", "at University College London’s clinics", ["University College London"]],
  ["Kenya Medical Research Institute (KEMRI)", "KEMRI does", ["KEMRI"]],
  ["The University of Nairobi", "at University of Nairobi we", ["University of Nairobi"]],
  ["Universität Zürich", "at the Universitaet Zuerich", ["Universitaet Zuerich"]],
  ["World Health Organization", "the WHO’s view, for those who ask", ["WHO"]],
  ["World Health Organization", "Who asks? Those who ask.", []],
  ["WHO", "Who asks? Those who ask.", []],
  ["Aga Institute of Medicine", "Its aim is good. Aim higher.", []],
  ["KEMRI", "at Kemri we", ["KEMRI"]],
])("finds her institution %s in her own comment alone: %s", (institution, text, found) => {
  expect(foundOf("Rosa Hope", text, "her", institution)).toEqual(found);
  expect(foundOf("Rosa Hope", text, "somebody else", institution)).toEqual([]);
});

it("says of everybody who bears a name that it stands there", () => {
  const named = recogniser([member("one", "Anna Okonkwo"), member("two", "Ben Okonkwo")]);
  expect(named({ author: "three", text: "So says Okonkwo." })).toEqual(["Anna Okonkwo", "Ben Okonkwo"]);
});
