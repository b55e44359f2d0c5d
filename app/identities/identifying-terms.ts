import { isFreeMail } from "~/conflicts/free-mail";

export type IdentityWord = { kind: "name" | "email" | "institution" | "number" | "people" | "places"; term: string };

const longestName = 5;
/** Parts of names that stand in many names and tell nothing. */
const particles = new Set("van von der den del della dos das des las los bin ibn abu the and für prof".split(" "));
const telling = (word: string) => [...word].length >= 3 && !particles.has(word.toLowerCase());
/** "Okonkwo-Lindqvist" is also cited as Okonkwo. */
const pieces = (word: string) => [word, ...word.split(/[-‐’']+/u)];
const words = (text: string) => text.split(/[\s,.]+/u).filter(Boolean);
/** "木村 健二" is also written without the space. */
const joined = (name: string) =>
  /^[\p{Script=Han}\p{Script=Hangul}\s]+$/u.test(name) ? [name.replace(/\s/g, "")] : [];

function ofName(name: string): string[] {
  const parts = words(name);
  return parts.length > longestName ? [name] : [name, ...joined(name), ...parts.flatMap(pieces).filter(telling)];
}

function ofEmail(email: string): string[] {
  const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  return isFreeMail(domain) ? [email] : [email, domain];
}

/** The institution, and its initials where they make an acronym. */
function ofInstitution(name: string): string[] {
  const initials = words(name)
    .map((word) => word[0] ?? "")
    .filter((letter) => /\p{Lu}/u.test(letter))
    .join("");
  return initials.length >= 3 ? [name, initials] : [name];
}

/** The parts of lines such as "Lucía Peña, Instituto Valle Sereno (lucia@institute.example): fieldwork". */
const linesOf = (text: string) =>
  text
    .split(/[\n;]+/)
    .map((line) => line.split(/[,():–]+/).map((part) => part.trim()))
    .filter(([first]) => first);
const isProperName = (part: string) => words(part).length > 1 && words(part).every((word) => /^\p{Lu}/u.test(word));

function ofLines(text: string, firstPart: (part: string) => string[]): string[] {
  return linesOf(text).flatMap(([first = "", ...others]) => [
    ...(first.includes("@") ? ofEmail(first) : firstPart(first)),
    ...others.flatMap((part) => (part.includes("@") ? ofEmail(part) : isProperName(part) ? [part] : [])),
  ]);
}

const terms = {
  name: ofName,
  email: ofEmail,
  institution: ofInstitution,
  number: (text: string) => [text],
  people: (text: string) => ofLines(text, ofName),
  places: (text: string) => ofLines(text, (part) => [part]),
};

/** The words to look for, given what the fund knows of the people and institutions of a proposal. */
export function identifyingTerms(known: readonly IdentityWord[]): string[] {
  const all = known.flatMap(({ kind, term }) => terms[kind](term.trim())).map((term) => term.trim());
  return [...new Set(all)].filter((term) => [...term].length > 1);
}
