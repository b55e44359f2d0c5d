import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString } from "pdf-lib";
import { nameOf } from "./pdf-values";

/** What lies on a page without adding words to it: links, the windows of notes, and fields, which have a reason of their own. */
const withoutWords = new Set(["/Link", "/Popup", "/Widget"]);

function says(note: PDFDict): boolean {
  const contents = note.lookup(PDFName.of("Contents"));
  if (contents instanceof PDFString || contents instanceof PDFHexString) return contents.decodeText().trim() !== "";
  return false;
}

/**
 * How many notes lie on a page: texts typed onto it, comments, stamps, strokes by hand. A reader shows them like the rest
 * of the page, and they do not come along when the page is built anew.
 */
export function notesOn(page: PDFDict): number {
  const annotations = page.lookup(PDFName.of("Annots"));
  if (!(annotations instanceof PDFArray)) return 0;
  return Array.from({ length: annotations.size() }, (_, index) => annotations.lookup(index)).filter((note) => {
    if (!(note instanceof PDFDict) || withoutWords.has(nameOf(note, "Subtype") ?? "")) return false;
    return note.lookup(PDFName.of("AP")) instanceof PDFDict || says(note);
  }).length;
}
