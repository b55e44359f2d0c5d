import { PDFArray, PDFDict, PDFDocument, PDFName, PDFStream } from "pdf-lib";
import { CannotClear } from "./clearing";
import { notesOn } from "./page-notes";
import { Cleaning } from "./pdf-cleaning";

export type Rebuilt = {
  bytes: Uint8Array;
  pages: number;
  images: number;
  /** Pages that hold a drawing of many curves. */
  drawings: number;
  /** Texts typed onto pages, comments and the like, which the new file does not have. */
  notes: number;
  drawnPages: number[];
  /** Whether any font draws letters without saying which ones. */
  hidesLetters: boolean;
};

const inherited = ["Resources", "MediaBox", "CropBox", "Rotate"].map((name) => PDFName.of(name));

async function opened(bytes: Uint8Array): Promise<PDFDocument> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true }).catch(() => null);
  if (!document) throw new CannotClear("pdf_cannot_be_read");
  if (document.isEncrypted) throw new CannotClear("pdf_is_encrypted");
  return document;
}

function* dictionariesOf(document: PDFDocument): Generator<PDFDict> {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    const waiting = [object];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const dict = next instanceof PDFStream ? next.dict : next;
      if (dict instanceof PDFDict) {
        yield dict;
        waiting.push(...dict.values());
      } else if (dict instanceof PDFArray) waiting.push(...dict.asArray());
    }
  }
}

/** A file that acts by itself, or whose pages are only made while it is opened, is not for a packet. */
function refuseWhatActs(document: PDFDocument) {
  for (const dict of dictionariesOf(document)) {
    if (dict.has(PDFName.of("XFA"))) throw new CannotClear("pdf_has_xfa");
    const action = dict.get(PDFName.of("S"))?.toString();
    if (dict.has(PDFName.of("JS")) || action === "/JavaScript") throw new CannotClear("pdf_has_script");
  }
  const form = document.catalog.lookup(PDFName.of("AcroForm"));
  const fields = form instanceof PDFDict ? form.lookup(PDFName.of("Fields")) : undefined;
  if (fields instanceof PDFArray && fields.size() > 0) throw new CannotClear("pdf_has_form_fields");
}

/**
 * Builds a file anew from what its pages show. Nothing of the old file's catalogue, properties, annotations, attachments,
 * earlier revisions or hidden texts comes along: pages are cleaned first and copied afterwards, so that only what they
 * still refer to is in the new file.
 */
export async function rebuiltPdf(bytes: Uint8Array): Promise<Rebuilt> {
  const source = await opened(bytes);
  try {
    refuseWhatActs(source);
    const cleaning = new Cleaning(source.context);
    const drawnPages: number[] = [];
    let notes = 0;
    for (const [index, { node }] of source.getPages().entries()) {
      for (const name of inherited) {
        const value = node.getInheritableAttribute(name);
        if (value) node.set(name, value);
      }
      notes += notesOn(node);
      const contents = node.Contents();
      const streams =
        contents instanceof PDFArray ? contents.asArray().map((item) => source.context.lookup(item)) : [contents];
      const drawn = cleaning.page(
        node,
        streams.filter((stream) => stream instanceof PDFStream),
      );
      if (drawn.length > 0) drawnPages.push(index);
    }
    const target = await PDFDocument.create({ updateMetadata: false });
    for (const page of await target.copyPages(source, source.getPageIndices())) target.addPage(page);
    const pages = target.getPageCount();
    if (pages === 0) throw new CannotClear("pdf_cannot_be_read");
    const saved = await target.save({ addDefaultPage: false, updateFieldAppearances: false, useObjectStreams: false });
    const { looks, hidesLetters } = cleaning;
    const { images, drawings } = looks;
    return { bytes: saved, pages, images, drawings, notes, drawnPages, hidesLetters };
  } catch (problem) {
    throw problem instanceof CannotClear ? problem : new CannotClear("pdf_cannot_be_read");
  }
}
