import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  type PDFObject,
  PDFRawStream,
  PDFStream,
  PDFString,
} from "pdf-lib";
import { stringsOf } from "./content-stream";
import { termsInBytes, termsInText } from "./identity-terms";

function inflated(stream: PDFStream): Uint8Array {
  if (!(stream instanceof PDFRawStream)) return stream.getContents();
  try {
    return decodePDFRawStream(stream).decode();
  } catch {
    return stream.getContents();
  }
}

function textsIn(object: PDFObject): string[] {
  if (object instanceof PDFString || object instanceof PDFHexString) return [object.decodeText()];
  if (object instanceof PDFStream) return textsIn(object.dict);
  if (object instanceof PDFArray) return object.asArray().flatMap(textsIn);
  if (object instanceof PDFDict)
    return object.entries().flatMap(([key, value]) => [key.decodeText(), ...textsIn(value)]);
  return [];
}

function drawnStrings(bytes: Uint8Array): Uint8Array {
  try {
    return stringsOf(bytes);
  } catch {
    return new Uint8Array();
  }
}

/**
 * Identity terms anywhere in the bytes of a rebuilt file: in the file itself, in every stream once it is inflated, in the
 * strings it draws, and in the strings of its dictionaries. Text extraction alone misses these, and this alone misses text.
 */
export async function termsInFile(bytes: Uint8Array, terms: readonly string[]): Promise<string[]> {
  const found = new Set(termsInBytes(bytes, terms));
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  for (const [, object] of context.enumerateIndirectObjects()) {
    for (const term of termsInText(textsIn(object).join("\n"), terms)) found.add(term);
    if (!(object instanceof PDFStream)) continue;
    const plain = inflated(object);
    for (const term of termsInBytes(plain, terms)) found.add(term);
    for (const term of termsInBytes(drawnStrings(plain), terms)) found.add(term);
  }
  return [...found];
}
