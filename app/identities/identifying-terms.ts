import { isFreeMail } from "~/conflicts/free-mail";
import { otherSpellings } from "~/values/spellings";
import { isAcronym } from "./acronyms";

export type IdentityWord = { kind: "name" | "email" | "institution" | "number" | "people" | "places"; term: string };

const longestName = 5;
/** Parts of names that stand in many names and tell nothing. */
const particles = new Set("van von der den del della dos das des las los bin ibn abu the and für prof".split(" "));
/** Words of two letters that begin sentences; as names they tell nothing. */
const shortWords = new Set(
  "am an as at be by de do du el go he hi if in is it la le me my no of oh ok on or so to up us we".split(" "),
);
/** Wu and Ng are surnames; the scan looks for them as they are written. */
const shortSurname = (word: string) => /^\p{Lu}\p{Ll}$/u.test(word) && !shortWords.has(word.toLowerCase());
/** In Chinese, Japanese and Korean two signs are a whole name. */
const eastAsian = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{2,}$/u;
/** As many signs as an institution's name has at the least. */
const isWholeName = (word: string) => eastAsian.test(word) && [...word].length >= 4;
const telling = (word: string) =>
  ([...word].length >= 3 || eastAsian.test(word) || shortSurname(word)) && !particles.has(word.toLowerCase());
/** "Okonkwo-Lindqvist" is also cited as Okonkwo. */
const pieces = (word: string) => [word, ...word.split(/[-‐’']+/u)];
const words = (text: string) => text.split(/[\s,.]+/u).filter(Boolean);
/** "木村 健二" is also written without the space. */
const joined = (name: string) =>
  /^[\p{Script=Han}\p{Script=Hangul}\s]+$/u.test(name) ? [name.replace(/\s/g, "")] : [];

const ofName = (name: string): string[] => [name, ...joined(name), ...words(name).flatMap(pieces).filter(telling)];
/** The first part of a line about somebody: a name, or, where it is long, a sentence. */
const ofFirstPart = (part: string) => (words(part).length > longestName ? [part] : ofName(part));

function ofEmail(email: string): string[] {
  const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  return isFreeMail(domain) ? [email] : [email, domain];
}

const article = /^(?:the|la|le|el|die|das|der)\s+/iu;
const bracketed = /\(([^()]*)\)/gu;

/** An institution is also cited without what stands in brackets, its city or its article, and by its acronym. */
function shorterNames(name: string): string[] {
  const bare = name.replace(bracketed, " ").replace(/\s+/gu, " ").trim();
  const inBrackets = [...name.matchAll(bracketed)].map(([, inside = ""]) => inside.trim());
  const [beforeComma = ""] = bare.split(",");
  return [bare, beforeComma, bare.replace(article, ""), beforeComma.replace(article, "")]
    .map((part) => part.trim())
    .filter((part) => part !== name && (words(part).length > 1 || isWholeName(part)))
    .concat(inBrackets.filter((part) => isAcronym(part) || isProperName(part)));
}

/** The institution, shorter forms of its name, and its initials where they make an acronym. */
function ofInstitution(name: string): string[] {
  const initials = words(name)
    .map((word) => word[0] ?? "")
    .filter((letter) => /\p{Lu}/u.test(letter))
    .join("");
  return [name, ...shorterNames(name), ...(initials.length >= 3 ? [initials] : [])];
}

/** What stands before each line of a list. */
const bullet = /^\s*[-*•·–—]\s+/u;

/** Signs of other scripts that part names as ours do; one that counts up people begins another of them. */
const signs: Record<string, string> = {
  "،": ",",
  "，": ",",
  "؛": ";",
  "；": ";",
  "、": ";",
  "：": ":",
  "（": "(",
  "）": ")",
};
const withOurSigns = (text: string) => text.replace(/[،，؛；、：（）]/gu, (sign) => signs[sign] ?? sign);

/** The parts of lines such as "Lucía Peña, Instituto Valle Sereno (lucia@institute.example): fieldwork". */
const linesOf = (text: string) =>
  text
    .split(/[\n;]+/)
    .map((line) => line.replace(bullet, "").split(/[,():–]+/))
    .map((parts) => parts.map((part) => part.trim()).filter(Boolean));
/** Of scripts without capitals, what has several words, or as many signs as an institution's name in Chinese has. */
const isProperName = (part: string) =>
  (words(part).length > 1 && words(part).every((word) => /^[\p{Lu}\p{Lo}]/u.test(word))) || isWholeName(part);

type OfPart = (part: string) => string[];

/** What is said behind a name counts where it is an address, an acronym or a name of its own: "fieldwork" tells nothing. */
function ofOtherPart(part: string, ofProperName: OfPart): string[] {
  if (part.includes("@")) return ofEmail(part);
  if (isAcronym(part)) return [part];
  return isProperName(part) ? ofProperName(part) : [];
}

function ofLines(text: string, firstPart: OfPart, ofProperName: OfPart): string[] {
  return linesOf(text).flatMap(([first = "", ...others]) => [
    ...(first.includes("@") ? ofEmail(first) : firstPart(first)),
    ...others.flatMap((part) => ofOtherPart(part, ofProperName)),
  ]);
}

/** "Kenya Medical Research Institute - KEMRI" and "Kenya Medical Research Institute [KEMRI]". */
const otherGaps = /(?<=\S[^\S\n])[-—](?=\s)|[[\]]/gu;

/** Addresses of sites named beside somebody, but not those of mail that anyone may have. */
const domainsIn = (text: string) =>
  (text.match(/(?<![\w@.-])(?:[\w-]+\.)+[a-z]{2,}(?![\w@])/giu) ?? [])
    .map((domain) => domain.replace(/^www\./i, "").toLowerCase())
    .filter((domain) => !isFreeMail(domain));

const terms = {
  name: ofName,
  email: ofEmail,
  institution: ofInstitution,
  number: (text: string) => [text],
  people: (text: string) => [...ofLines(text, ofFirstPart, (part) => [part]), ...domainsIn(text)],
  places: (text: string) => [
    ...ofLines(text.replace(otherGaps, ", "), ofInstitution, ofInstitution),
    ...domainsIn(text),
  ],
};

/** Addresses, sites and numbers have one spelling. */
const isSpelled = (term: string) => !/[@\d]|\.\p{L}/u.test(term);

/**
 * The words to look for, given what the fund knows of the people and institutions of a proposal; each also with its
 * umlauts written out, or the other way round.
 */
export function identifyingTerms(known: readonly IdentityWord[]): string[] {
  const all = known.flatMap(({ kind, term }) => terms[kind](withOurSigns(term).trim())).map((term) => term.trim());
  const spelled = all.flatMap((term) => (isSpelled(term) ? [term, ...otherSpellings(term)] : [term]));
  return [...new Set(spelled)].filter((term) => [...term].length > 1);
}
