import { normalisedText } from "~/values/normalised-text";

export type FoundTerm = { question: string; term: string; at: number };

const mark = "█████";

const isWordCharacter = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Where a term stands in a text as whole words, after folding case, diacritics and forms; positions are of the original. */
export function placesOf(text: string, term: string): { from: number; to: number }[] {
  const wanted = normalisedText(term);
  if (wanted.length < 3) return [];
  const places: { from: number; to: number }[] = [];
  const { folded, origin } = foldedWithOrigin(text);
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const before = folded[at - 1];
    const after = folded[at + wanted.length];
    if (isWordCharacter(before) || isWordCharacter(after)) continue;
    places.push({ from: origin[at] ?? 0, to: origin[at + wanted.length] ?? text.length });
  }
  return places;
}

/** Folds a text and remembers, for each folded character, where it came from. */
function foldedWithOrigin(text: string): { folded: string; origin: number[] } {
  let folded = "";
  const origin: number[] = [];
  let at = 0;
  for (const character of text) {
    for (const part of normalisedText(character, { trim: false })) {
      folded += part;
      for (let index = 0; index < part.length; index++) origin.push(at);
    }
    at += character.length;
  }
  origin.push(text.length);
  return { folded, origin };
}

/** Every place where a term of the applicants' identity stands in a blind answer. */
export function foundTerms(answers: Record<string, string>, terms: readonly string[]): FoundTerm[] {
  return Object.entries(answers).flatMap(([question, text]) =>
    terms.flatMap((term) => placesOf(text, term).map(({ from }) => ({ question, term, at: from }))),
  );
}

/** The answers with every such place blacked out. */
export function redacted(answers: Record<string, string>, terms: readonly string[]): Record<string, string> {
  const blackedOut = (text: string) =>
    terms
      .flatMap((term) => placesOf(text, term))
      .sort((one, other) => other.from - one.from)
      .reduce((rest, { from, to }) => rest.slice(0, from) + mark + rest.slice(Math.max(from, to)), text);
  return Object.fromEntries(Object.entries(answers).map(([question, text]) => [question, blackedOut(text)]));
}
