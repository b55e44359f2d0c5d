import { PDFDocument, PDFHexString, type PDFObject, PDFString } from "pdf-lib";
import { expect, it } from "vitest";
import { drawn, pdfWithNotes } from "#tests/setup/pdf-with-notes";
import { notesOn } from "~/documents/page-notes";

type Note = (document: PDFDocument) => Record<string, PDFObject | string>;
const notesIn = async (note: Note) => notesOn((await PDFDocument.load(await pdfWithNotes(note))).getPage(0).node);

const told: Record<string, Note> = {
  "a text typed onto a page": () => ({ Subtype: "FreeText", Contents: PDFHexString.fromText("Table 2, added") }),
  "a comment": () => ({ Subtype: "Text", Contents: PDFString.of("see below") }),
  "a stamp that is only drawn": (document) => ({ Subtype: "Stamp", AP: drawn(document) }),
  "a stroke by hand": (document) => ({ Subtype: "Ink", AP: drawn(document), Contents: PDFString.of("") }),
};
it.each(Object.entries(told))("%s is a note", async (_, note) => {
  expect(await notesIn(note)).toBe(1);
});

const untold: Record<string, Note> = {
  "a link": (document) => ({ Subtype: "Link", AP: drawn(document), Contents: PDFString.of("to our site") }),
  "the window of a note": () => ({ Subtype: "Popup", Contents: PDFString.of("see below") }),
  "a field": (document) => ({ Subtype: "Widget", AP: drawn(document) }),
  "a highlight without words or look": () => ({ Subtype: "Highlight", Contents: PDFString.of("  ") }),
};
it.each(Object.entries(untold))("%s is none", async (_, note) => {
  expect(await notesIn(note)).toBe(0);
});
