import { PDFDocument, PDFName, type PDFObject, StandardFonts } from "pdf-lib";

/** A PDF with a page of text, and these annotations on it. */
export async function pdfWithNotes(
  ...make: ((document: PDFDocument) => Record<string, PDFObject | string>)[]
): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  const page = document.addPage();
  page.drawText("A study", { x: 50, y: 700, size: 12, font: await document.embedFont(StandardFonts.Helvetica) });
  const { context } = document;
  const notes = make.map((of) =>
    context.register(context.obj({ Type: "Annot", Rect: [50, 600, 300, 640], ...of(document) })),
  );
  page.node.set(PDFName.of("Annots"), context.obj(notes));
  return Uint8Array.from(await document.save());
}

/** How an annotation looks on its page. */
export const drawn = ({ context }: PDFDocument): PDFObject =>
  context.obj({
    N: context.register(context.flateStream("0 0 9 9 re f", { Type: "XObject", Subtype: "Form", BBox: [0, 0, 9, 9] })),
  });
