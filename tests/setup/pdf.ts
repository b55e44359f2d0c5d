import { PDFDocument, StandardFonts } from "pdf-lib";

/** A real PDF with these pages of text. */
export async function pdfWith(...pages: string[]): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const text of pages) document.addPage().drawText(text, { x: 50, y: 700, size: 12, font });
  return new Uint8Array(await document.save());
}

/** A file that begins as a PDF, holds what looks like an object where there is room, and has this many bytes. */
export function bytesLikePdf(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size).map((_, index) => (index * 7919) % 251);
  const start = new TextEncoder().encode("%PDF-1.7\n1 0 obj null endobj\n");
  bytes.set(start.subarray(0, size));
  return bytes;
}
