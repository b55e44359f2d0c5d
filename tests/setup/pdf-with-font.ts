import { type PDFContext, PDFDocument, PDFName, type PDFObject } from "pdf-lib";

/** A PDF with these instructions on its page, drawn in a font made for it as F1. */
export async function pdfWithFont(
  instructions: string,
  font: (context: PDFContext) => PDFObject,
): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  const page = document.addPage();
  page.node.normalize();
  page.node.setFontDictionary(PDFName.of("F1"), document.context.register(font(document.context)) as never);
  page.node.addContentStream(document.context.register(document.context.flateStream(instructions)));
  return Uint8Array.from(await document.save());
}
