import { expect, it } from "vitest";
import { termsInText } from "~/documents/identity-terms";
import { narrowGap, readings, tellsTooLittle } from "~/documents/readings";
import { type IdentityWord, identifyingTerms } from "~/identities/identifying-terms";
import { foundTerms } from "~/identities/identity-scan";

const found = (kind: IdentityWord["kind"], term: string, text: string) => {
  const terms = identifyingTerms([{ kind, term }]);
  return { answers: foundTerms({ text }, terms).length > 0, files: termsInText(text, terms).length > 0 };
};

const told: [IdentityWord["kind"], string, string][] = [
  ["name", "木村健二", "本研究は木村健二が行う。"],
  ["name", "木村 健二", "本研究は木村が行う。"],
  ["name", "李明", "作者 李明 北京"],
  ["name", "สมชาย", "โครงการนี้นำโดยสมชายและคณะ"],
  ["name", "김민수", "이 연구는 김민수가 수행한다"],
  ["name", "김 민수", "김민수의 연구"],
  ["name", "محمد العلي", "قام والعلي بالدراسة"],
  ["name", "أمينة عثمان", "الدراسة لعثمان وفريقه"],
  ["institution", "جامعة الخرطوم", "أجريت بجامعة الخرطوم"],
  ["name", "Mary Otieno", "led by O\u00adtieno"],
  ["name", "Anne D'Souza", "as D’Souza showed"],
  ["name", "Li Wu", "led by Dr Wu in 2021"],
  ["name", "Grace Ng", "Ng and colleagues"],
  ["name", "Maria do Carmo dos Santos Oliveira", "led by Dr Oliveira"],
  ["name", "Prof. Dr. Maria del Carmen García López", "as Garcia Lopez found"],
  ["name", "Mohammed bin Rashid bin Saeed Al Maktoum", "by Mohammed Al Maktoum"],
  ["institution", "Kenya Centre for Prevention of Injury (KCPI)", "the Kenya Centre for Prevention of Injury runs it"],
  ["institution", "Kenya Centre for Prevention of Injury (KCPI)", "our KCPI hotline"],
  ["institution", "University of Nairobi, Kenya", "at University of Nairobi we"],
  ["institution", "The University of Nairobi", "at University of Nairobi we"],
  ["places", "African Child Forum (www.acf.example), fieldwork", "see acf.example/report"],
  ["places", "Kenya Medical Research Institute (KEMRI): fieldwork", "KEMRI will recruit participants"],
  ["places", "Kenya Medical Research Institute: fieldwork", "the KMRI and its clinics"],
  ["places", "Fieldwork: Kenya Medical Research Institute", "the KMRI and its clinics"],
  ["places", "- The University of Nairobi\n- Kenya Medical Research Institute - KEMRI", "at University of Nairobi we"],
  ["places", "- The University of Nairobi\n- Kenya Medical Research Institute - KEMRI", "KEMRI recruits"],
  ["places", "[KEMRI] Kenya Medical Research Institute", "KEMRI recruits"],
  ["places", "World Health Organization: advice", "with the WHO and others"],
  ["people", "Lucía Peña (KEMRI)", "KEMRI will recruit participants"],
  ["people", "أحمد صالح، جامعة بغداد", "ويرى صالح أن ذلك يكفي"],
  ["people", "أحمد صالح، جامعة بغداد", "أجريت في جامعة بغداد"],
  ["people", "أحمد صالح؛ ليلى حداد", "ويرى حداد أن ذلك يكفي"],
  ["people", "王小明，清华大学", "由王小明负责"],
  ["people", "王小明，清华大学", "在清华大学进行"],
  ["people", "王小明、李大伟", "由李大伟负责"],
  ["people", "王小明（清华大学）：访谈", "在清华大学进行"],
  ["institution", "جامعة بغداد، العراق", "أجريت في جامعة بغداد"],
  ["institution", "清华大学，北京", "在清华大学进行"],
  ["places", "مؤسسة ثقة للتنمية، القاهرة", "مع مؤسسة ثقة للتنمية"],
  ["name", "Jörg Müller", "as Mueller showed"],
  ["name", "Jörg Müller", "as Joerg showed"],
  ["name", "Joerg Mueller", "as Müller showed"],
  ["name", "Joerg Mueller", "as Jo\u0308rg showed"],
  ["name", "JOERG MUELLER", "as Müller showed"],
  ["name", "Åse Østergård", "led by Aase"],
  ["name", "Åse Østergård", "led by Oestergaard"],
  ["name", "Aase Oestergaard", "led by Åse"],
  ["name", "Aase Oestergaard", "led by Østergård"],
  ["name", "Anna Weiß", "as Weiss showed"],
  ["name", "Anna Weiss", "as Weiß showed"],
  ["institution", "Universität Zürich", "at the Universitaet Zuerich"],
  ["places", "Universitaet Zuerich: fieldwork", "an der Universität Zürich"],
  ["people", "Jörg Müller (Bern): interviews", "Mueller leads the interviews"],
];

it.each(told)("the %s %s is found in: %s", (kind, term, text) => {
  expect(found(kind, term, text)).toEqual({ answers: true, files: true });
});

const untold: [IdentityWord["kind"], string, string][] = [
  ["name", "Grace Ng", "young people and angry comments; NG, ng"],
  ["name", "Li Wu", "a list of Lithuanian wurst, li and wu"],
  ["name", "So An", "So the answer. An interview was so long."],
  ["name", "Mary Otieno", "Otienova and Protieno"],
  ["name", "علي", "عليهم وعلينا"],
  ["name", "محمد", "المحمدية"],
  ["name", "Maria do Carmo dos Santos Oliveira", "what do we see, dos and don'ts"],
  ["institution", "Institute, Kenya", "an institute of the state"],
  ["places", "Kenya Medical Research Institute (KEMRI): fieldwork", "fieldwork and chemistry"],
  ["places", "World Health Organization: advice", "children who ask. Who asks?"],
  ["name", "Ruth Haas", "she has a plan"],
  ["name", "Karl Bauer", "a baur is none"],
  ["places", "OECD", "OCD in children"],
  ["people", "A long line about what somebody will do here", "a line about what happens"],
];

it.each(untold)("the %s %s is not found in: %s", (kind, term, text) => {
  expect(found(kind, term, text)).toEqual({ answers: false, files: false });
});

it("a file's text is also read with broken words in one piece, and with lines from right to left turned round", () => {
  expect(termsInText("Amina Otie-\nno and her team", ["Otieno"])).toEqual(["Otieno"]);
  expect(termsInText("Oti‐\neno", ["Otieno"])).toEqual(["Otieno"]);
  const asOnPaper = [..."قام محمد العلي بهذه الدراسة"].reverse().join("");
  expect(termsInText(`Annex\n${asOnPaper}`, ["محمد العلي"])).toEqual(["محمد العلي"]);
  // A joined lam-alef is one sign on the paper and two letters in a name.
  const joined = [..."الدكتور ﻻفي".normalize("NFC")].reverse().join("");
  expect(termsInText(joined, ["لافي"])).toEqual(["لافي"]);
  expect(readings("only Latin\nlines")).toHaveLength(2);
  expect(readings(`Oti${narrowGap}eno`)).toEqual(["Otieno", "Otieno", "Oti eno", "Oti eno"]);
});

it.each([
  ["木村健二", "本研究は木村\n健二が行う。"],
  ["山田ショーン", "研究者は山田ショ\nーンである。"],
  ["さくら", "代表はさく \nらです"],
  ["김민수", "이 연구는 김민\n수가 수행한다"],
  ["สมชาย", "โครงการนี้นำโดยสม\nชายและคณะ"],
])("%s is found in a file though a line ends within it", (name, text) => {
  expect(termsInText(text, [name])).toEqual([name]);
});

it("a line that ends between words of other scripts still parts them", () => {
  expect(termsInText("We meet Oti\neno, and Li\nWu", ["Otieno", "LiWu"])).toEqual([]);
});

it("glyphs without letters tell too little for a scan to be enough", () => {
  expect(["", " \n", "अ\u0000मत", "name \ufffd", "\ue001\ue002", "3UHS\u0003E", "\u0092"].map(tellsTooLittle)).toEqual(
    Array(7).fill(true),
  );
  expect(["Our annex.\r\n\tA", "قام", "यह अध्ययन"].map(tellsTooLittle)).toEqual([false, false, false]);
});
