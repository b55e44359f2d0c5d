import { isAcronym, isEverydayAcronym } from "~/identities/acronyms";
import { identifyingTerms } from "~/identities/identifying-terms";
import { otherSpellings } from "~/values/spellings";
import { piecesOf } from "./names-as-written";

/** Somebody of the advisory group, as others could recognise her. */
export type Recognisable = { ref: string; name: string; email: string; institution: string | null };

/** Words to look for, one after the other; those that only its own author may not write carry her reference. */
export type Term = { words: string[]; said: string; of: string | null; capital?: boolean; acronym?: boolean };
/** A part of a name that counts where it stands as a name. */
export type Part = { of: string; said: string; short: boolean };

const shortestPart = 4;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;
/** Written without gaps between words, so that a name stands anywhere in a text. */
export const isUnspaced = (word: string): boolean => unspaced.test(word);

/** Titles and degrees, which are written in front of names and behind them. */
const honorifics = new Set("dr prof professor mr mrs ms mx jr sr phd md".split(" "));
/** What stands in many names and tells nothing, unless it is somebody's last name. */
const particles = new Set("al el de da di do du la le van von der den del dos das des las los bin ibn abu".split(" "));

/** The words of a name in each of its spellings, each word in its pieces. */
const spellingsOf = (name: string): string[][][] =>
  [name, ...otherSpellings(name)].map((spelling) =>
    spelling
      .split(/[\s,]+/u)
      .map(piecesOf)
      .filter((pieces) => pieces.length > 0 && !honorifics.has(pieces.join(""))),
  );

function termsOfName({ ref, name }: Recognisable, words: string[][]): Term[] {
  const parts = words.flat();
  const turned = [...words.slice(-1), ...words.slice(0, -1)].flat();
  const whole = parts.length > 1 ? [parts, turned] : [];
  const own = parts.filter((part) => part.length >= shortestPart || isUnspaced(part)).map((part) => [part]);
  return [
    ...whole.map((together) => ({ words: together, said: name, of: null })),
    // "Hope" and "Grace" are words, too: a part of a name that is written with a capital counts where it has one.
    ...own.map((part) => ({ words: part, said: part.join(" "), of: ref, capital: name !== name.toLowerCase() })),
  ];
}

/** An acronym may be a word; where it is all that an institution is called, it counts as its name does. */
const countsAsTyped = (said: string, institution: string | null) =>
  said === institution ? isEverydayAcronym(said) : isAcronym(said);

/** What tells who somebody is wherever it stands: her whole name and address; to her own comments also parts of them, and her institution. */
export function termsOf(member: Recognisable): Term[] {
  const { ref, name, email, institution } = member;
  const places = institution ? identifyingTerms([{ kind: "institution", term: institution }]) : [];
  return [
    ...spellingsOf(name).flatMap((words) => termsOfName(member, words)),
    { words: piecesOf(email), said: email, of: null },
    ...places.map((said) => ({ words: piecesOf(said), said, of: ref, acronym: countsAsTyped(said, institution) })),
  ].filter(({ words }) => words.length > 0);
}

/** Last names, whole and in pieces, and what is short in any part of a name: "Kim", "Roy", "Li". */
export function partsOf({ ref, name }: Recognisable): [string, Part][] {
  return spellingsOf(name).flatMap((words) => {
    const last = words.at(-1) ?? [];
    const long = [last.join(" "), ...last].filter((part) => part.length >= shortestPart);
    const short = words
      .flatMap((pieces) =>
        pieces === last && pieces.length === 1 ? pieces : pieces.filter((piece) => !particles.has(piece)),
      )
      .filter((piece) => piece.length > 1 && piece.length < shortestPart);
    return [
      ...long.map((part): [string, Part] => [part, { of: ref, said: name, short: false }]),
      ...short.map((part): [string, Part] => [part, { of: ref, said: name, short: true }]),
    ];
  });
}
