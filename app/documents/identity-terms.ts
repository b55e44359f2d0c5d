import { foundTerms } from "~/identities/identity-scan";
import { normalisedText } from "~/values/normalised-text";
import { readings } from "./readings";

const compact = (text: string) => text.replace(/[\s\p{P}]+/gu, "");

/**
 * Which identity terms stand in the text of a file: what the scan of answers finds in any reading of it, and long terms
 * also where they are spaced out.
 */
export function termsInText(text: string, terms: readonly string[]): string[] {
  const ways = readings(text);
  const found = new Set(ways.flatMap((way) => foundTerms({ text: way }, terms).map(({ term }) => term)));
  const dense = ways.map((way) => compact(normalisedText(way)));
  return terms.filter((term) => {
    if (found.has(term)) return true;
    const wanted = compact(normalisedText(term));
    return wanted.length >= 8 && dense.some((way) => way.includes(wanted));
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
