import { normalisedText } from "~/values/normalised-text";

const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);
const compact = (text: string) => text.replace(/[\s\p{P}]+/gu, "");

function standsIn(text: string, term: string): boolean {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    if (!isWord(text[at - 1]) && !isWord(text[at + term.length])) return true;
  }
  return false;
}

/**
 * Which identity terms stand in a text, as whole words after folding; long ones also when they are spaced out, broken
 * over lines or hyphenated.
 */
export function termsInText(text: string, terms: readonly string[]): string[] {
  const folded = normalisedText(text);
  const dense = compact(folded);
  return terms.filter((term) => {
    const wanted = normalisedText(term);
    if (wanted.length < 3) return false;
    return standsIn(folded, wanted) || (compact(wanted).length >= 8 && dense.includes(compact(wanted)));
  });
}

const isLetterByte = (byte: number | undefined) =>
  byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x30 && byte <= 0x39));

/** The bytes a term may be written in: as typed and without diacritics, in UTF-8, in Latin-1, in UTF-16. */
function spellings(term: string): Uint8Array[] {
  const texts = new Set([term.toLowerCase(), normalisedText(term), term.toUpperCase()]);
  return [...texts].flatMap((text) => {
    const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
    const wide = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
    const latin = codes.every((code) => code < 256) ? [Uint8Array.from(codes)] : [];
    return [
      new TextEncoder().encode(text),
      ...latin,
      Uint8Array.from(wide.flatMap((unit) => [unit >> 8, unit & 255])),
      Uint8Array.from(wide.flatMap((unit) => [unit & 255, unit >> 8])),
    ].map(lowered);
  });
}

/** ASCII letters made small; other bytes as they are. */
const lowered = (bytes: Uint8Array) => bytes.map((byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte));

function holds(bytes: Uint8Array, wanted: Uint8Array): boolean {
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (!wanted.every((byte, index) => bytes[at + index] === byte)) continue;
    if (!isLetterByte(bytes[at - 1]) && !isLetterByte(bytes[at + wanted.length])) return true;
  }
  return false;
}

/** Which identity terms stand in raw bytes, in any of the ways a program may have written them. */
export function termsInBytes(bytes: Uint8Array, terms: readonly string[]): string[] {
  const small = lowered(bytes);
  return terms.filter(
    (term) => term.trim().length >= 4 && spellings(term.trim()).some((wanted) => holds(small, wanted)),
  );
}
