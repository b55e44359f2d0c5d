import { normalisedText } from "~/values/normalised-text";
import { isEverydayAcronym } from "./acronyms";

type Place = { from: number; to: number };
/** A text made comparable, and where each of its characters came from. */
type Folded = { folded: string; origin: number[] };
export type FoundTerm = { question: string; term: string; at: number };

const mark = "█████";
/** Signs nobody sees: soft hyphens, joiners, marks of direction. */
const unseen = /\p{Cf}/gu;
/** What one key of a keyboard may come out as. */
const apostrophes = /[‘’‛ʼʹ′`´＇]/gu;
const dashes = /[‐‑‒–—−﹣－]/gu;
const plainSigns = (text: string) => text.replace(apostrophes, "'").replace(dashes, "-");
/** A character as it is read: a Korean syllable may be typed in parts. */
const read = /[\u1100-\u115f]+[\u1160-\u11a7]*[\u11a8-\u11ff]*|./gsu;
const readWithMarks = /^(?:[\u1100-\u115f]+[\u1160-\u11a7]*[\u11a8-\u11ff]*|.)[\p{M}\p{Cf}]*/su;
/** Scripts that write words without spaces between them: there, a name ends where it ends. */
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;

const isWordCharacter = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);
const joins = (inside: string | undefined, outside: string | undefined) =>
  isWordCharacter(inside) && isWordCharacter(outside) && !withoutSpaces.test(inside ?? "");
/** Korean writes what a name does in its sentence onto its end: 김민수가, 김민수의. */
const hangul = /\p{Script=Hangul}/u;
/** Arabic writes "and", "so", "by", "for" and "as" onto the beginning of a word. */
const arabicWord = /\p{Script=Arabic}/u;
const arabicPrefixes = new Set("وفبلك");

/** Whether what stands before is the end of another word. */
function joinsBefore(folded: string, at: number): boolean {
  const [first, before] = [folded[at], folded[at - 1]];
  if (!joins(first, before)) return false;
  const prefixed = arabicWord.test(first ?? "") && arabicPrefixes.has(before ?? "");
  return !(prefixed && !isWordCharacter(folded[at - 2]));
}

/** Whether what stands behind is the rest of another word. */
const joinsAfter = (folded: string, end: number) =>
  joins(folded[end - 1], folded[end]) && !hangul.test(folded[end - 1] ?? "");

/** Names of two letters, such as Wu and Ng, stand in many words: they count as they are written, capital first. */
const isShortName = (term: string) => /^\p{Lu}\p{Ll}$/u.test(term) && /^\p{Script=Latin}+$/u.test(term);

/** Where a term stands in a text as whole words, after folding case, diacritics and forms; positions are of the original. */
export const placesOf = (text: string, term: string): Place[] => placesIn(foldedWithOrigin(text), text, term);

function placesIn({ folded, origin }: Folded, text: string, term: string): Place[] {
  const wanted = normalisedText(plainSigns(term.replace(unseen, "")));
  const short = isShortName(term);
  const asWritten = short || isEverydayAcronym(term);
  if (wanted.length < (withoutSpaces.test(wanted) || hangul.test(wanted) || short ? 2 : 3)) return [];
  const places: Place[] = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (joinsBefore(folded, at) || joinsAfter(folded, end)) continue;
    const place = { from: origin[at] ?? 0, to: endOfCharacter(text, origin[end - 1] ?? 0) };
    if (asWritten && text.slice(place.from, place.to).normalize("NFC") !== term.normalize("NFC")) continue;
    places.push(place);
  }
  return places;
}

/** Where the character that begins here ends, with the marks that sit on it. */
const endOfCharacter = (text: string, at: number) => at + (readWithMarks.exec(text.slice(at))?.[0].length ?? 0);

function foldedCharacter(character: string): string {
  if (character > " " && character <= "~" && character !== "`") return character.toLowerCase();
  return character.replace(unseen, "") === "" ? "" : normalisedText(plainSigns(character), { trim: false });
}

/** Folds a text and remembers, for each folded character, where it came from. Signs that nobody sees are skipped. */
function foldedWithOrigin(text: string): Folded {
  let folded = "";
  const origin: number[] = [];
  let at = 0;
  for (const [character] of text.matchAll(read)) {
    const part = foldedCharacter(character);
    if (!(part === " " && folded.endsWith(" "))) {
      folded += part;
      for (let index = 0; index < part.length; index++) origin.push(at);
    }
    at += character.length;
  }
  return { folded, origin };
}

/**
 * Every place where a term stands; a short term inside a longer one ("Otieno" in "Amina Otieno") is named once. In one
 * pass, the longest first where several begin: what ends no later than one that began before it lies inside that one.
 */
function placesOfTerms(text: string, terms: readonly string[]): (Place & { term: string })[] {
  const comparable = foldedWithOrigin(text);
  const all = terms.flatMap((term) => placesIn(comparable, text, term).map((place) => ({ ...place, term })));
  let furthest: Place | null = null;
  return all
    .sort((one, other) => one.from - other.from || other.to - one.to)
    .filter((place) => {
      const inside = furthest && place.to <= furthest.to && (place.from > furthest.from || place.to < furthest.to);
      if (!inside) furthest = place;
      return !inside;
    });
}

/** Every place where a term of the applicants' identity stands in a blind answer. */
export function foundTerms(answers: Record<string, string>, terms: readonly string[]): FoundTerm[] {
  return Object.entries(answers).flatMap(([question, text]) =>
    placesOfTerms(text, terms).map(({ from, term }) => ({ question, term, at: from })),
  );
}

export type Excerpt = { question: string; term: string; before: string; found: string; after: string };
const contextLength = 70;

const lastPart = (text: string) =>
  text.length > contextLength ? `…${text.slice(-contextLength).replace(/^\S*\s/, "")}` : text;
const firstPart = (text: string) =>
  text.length > contextLength ? `${text.slice(0, contextLength).replace(/\s\S*$/, "")}…` : text;

/** Each place with the words around it, for a person to judge. */
export function excerpts(answers: Record<string, string>, terms: readonly string[]): Excerpt[] {
  return Object.entries(answers).flatMap(([question, text]) =>
    placesOfTerms(text, terms).map(({ from, to, term }) => ({
      question,
      term,
      before: lastPart(text.slice(0, from)),
      found: text.slice(from, to),
      after: firstPart(text.slice(to)),
    })),
  );
}

/** Places that touch or overlap are one. */
function merged(places: readonly Place[]): Place[] {
  const apart: Place[] = [];
  for (const place of [...places].sort((one, other) => one.from - other.from)) {
    const last = apart.at(-1);
    if (last && place.from <= last.to) last.to = Math.max(last.to, place.to);
    else apart.push({ ...place });
  }
  return apart;
}

/** The answers with every such place blacked out. */
export function redacted(answers: Record<string, string>, terms: readonly string[]): Record<string, string> {
  const blackedOut = (text: string) => {
    const comparable = foldedWithOrigin(text);
    const places = merged(terms.flatMap((term) => placesIn(comparable, text, term)));
    const kept = places.map(({ from }, index) => text.slice(places[index - 1]?.to ?? 0, from));
    return [...kept, text.slice(places.at(-1)?.to ?? 0)].join(mark);
  };
  return Object.fromEntries(Object.entries(answers).map(([question, text]) => [question, blackedOut(text)]));
}
