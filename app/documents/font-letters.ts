import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFStream, PDFString } from "pdf-lib";
import { tellsItsLetter } from "./glyph-names";
import { nameOf, plainBytes } from "./pdf-values";

const simple = new Set(["/Type1", "/MMType1", "/TrueType", "/Type3"]);
/** The parts that a font of many signs is made of; they are judged with it. */
const parts = new Set(["/CIDFontType0", "/CIDFontType2"]);
/** Collections of signs whose letters the reading of files knows by heart. */
const collections = new Set(["GB1", "CNS1", "Japan1", "Korea1"]);
/** Bullets, arrows and the like, which word processors take from fonts that spell nothing. */
const signs = /^\/(?:[A-Z]{6}\+)?(?:Symbol(?:MT)?|Wingdings\d?|Webdings|ZapfDingbats|MTExtra)(?![A-Za-z])/;
const symbolic = 4;

const at = (dict: PDFDict, key: string) => dict.lookup(PDFName.of(key));
const dictAt = (dict: PDFDict | undefined, key: string) => {
  const value = dict && at(dict, key);
  return value instanceof PDFDict ? value : undefined;
};

function textOf(stream: unknown): string {
  if (!(stream instanceof PDFStream)) return "";
  try {
    return new TextDecoder("latin1").decode(plainBytes(stream));
  } catch {
    return "";
  }
}

/** Whether a font brings a list of its letters, and not an empty one or a word in its place. */
const bringsLetters = (font: PDFDict) => /begin(?:bf|cid)(?:char|range)\s*</.test(textOf(at(font, "ToUnicode")));

/** Whether the signs of a large font are those of a collection that is known by heart. */
function ofKnownCollection(font: PDFDict): boolean {
  const descendants = at(font, "DescendantFonts");
  const descendant = descendants instanceof PDFArray ? descendants.lookup(0) : undefined;
  const system = descendant instanceof PDFDict ? dictAt(descendant, "CIDSystemInfo") : undefined;
  const said = (key: string) => {
    const value = system && at(system, key);
    return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : "";
  };
  return said("Registry") === "Adobe" && collections.has(said("Ordering"));
}

/** The codes of a font with the names of their glyphs, as its dictionary changes them. */
function* differencesOf(encoding: PDFDict | undefined): Generator<[number, string]> {
  const differences = encoding && at(encoding, "Differences");
  if (!(differences instanceof PDFArray)) return;
  let code = 0;
  for (let index = 0; index < differences.size(); index++) {
    const value = differences.lookup(index);
    if (value instanceof PDFNumber) code = value.asNumber();
    else if (value instanceof PDFName) yield [code++, value.decodeText()];
  }
}

/** The same as the program of a font names them, where it does so in plain words. */
function* builtIn(descriptor: PDFDict | undefined): Generator<[number, string]> {
  const program = textOf(descriptor && at(descriptor, "FontFile"));
  for (const [, code, name = ""] of program.matchAll(/dup\s+(\d+)\s*\/(\S+)\s+put/g)) yield [Number(code), name];
}

function tellsByNames(font: PDFDict): boolean {
  const descriptor = dictAt(font, "FontDescriptor");
  const flags = descriptor && at(descriptor, "Flags");
  const isSymbolic = flags instanceof PDFNumber && (flags.asNumber() & symbolic) !== 0;
  const encoding = dictAt(font, "Encoding");
  const differences = [...differencesOf(encoding)];
  const base = nameOf(font, "Encoding") ?? (encoding && nameOf(encoding, "BaseEncoding"));
  const subtype = nameOf(font, "Subtype");
  if (!base && differences.length === 0 && (subtype === "/Type3" || (subtype === "/TrueType" && isSymbolic))) {
    return false;
  }
  return [...differences, ...(base ? [] : builtIn(descriptor))].every(([code, name]) => tellsItsLetter(name, code));
}

/**
 * Whether a dictionary is a font that draws letters without saying which ones. What is read in it are then the numbers of
 * its glyphs, which look like words and are none. Decided by the font: its text cannot tell.
 */
export function hidesLetters(dict: PDFDict): boolean {
  const subtype = nameOf(dict, "Subtype") ?? "";
  const isFont = nameOf(dict, "Type") === "/Font" || simple.has(subtype) || subtype === "/Type0";
  if (!isFont || parts.has(subtype) || bringsLetters(dict)) return false;
  if (signs.test(nameOf(dict, "BaseFont") ?? "")) return false;
  if (subtype === "/Type0") return !ofKnownCollection(dict);
  return !(simple.has(subtype) && tellsByNames(dict));
}
