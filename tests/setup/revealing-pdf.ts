import { PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from "pdf-lib";

const name = (text: string) => PDFName.of(text);

/** The smallest picture, with a camera owner's name in its EXIF and a comment, and bytes after its end. */
export function jpegBy(owner: string): Uint8Array<ArrayBuffer> {
  const picture = Buffer.from(
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=",
    "base64",
  );
  const segment = (marker: number, text: string) => {
    const body = Buffer.from(text);
    return Buffer.concat([Buffer.from([0xff, marker, 0, body.length + 2]), body]);
  };
  const hidden = [segment(0xe1, `Exif\0\0${owner}`), segment(0xed, `Photoshop ${owner}`), segment(0xfe, `by ${owner}`)];
  return Uint8Array.from(
    Buffer.concat([
      picture.subarray(0, 2),
      ...hidden,
      picture.subarray(2),
      Buffer.from([0xff, 0xd9]),
      Buffer.from(` after ${owner}`),
    ]),
  );
}

/** A PDF whose pages say nothing about its author, who is everywhere else in the file. */
export async function pdfRevealing(author: string): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  const { context } = document;
  document.setAuthor(author);
  document.setTitle(`Plan of ${author}`);
  const xmp = (text: string) =>
    context.register(context.stream(`<x:xmpmeta>${text}</x:xmpmeta>`, { Type: "Metadata", Subtype: "XML" }));
  document.catalog.set(name("Metadata"), xmp(author));
  await document.attach(new TextEncoder().encode(`Data of ${author}`), "data.txt", { description: author });
  const font = await document.embedFont(StandardFonts.Helvetica);
  const image = await document.embedJpg(jpegBy(author));
  const page = document.addPage();
  page.drawText("What we will do and how", { x: 50, y: 700, size: 12, font });
  page.drawImage(image, { x: 50, y: 500, width: 20, height: 20 });
  const actual = PDFHexString.fromText(author).toString();
  const marked = `% drawn by ${author}\n/Span <</ActualText ${actual} /Lang (en)>> BDC BT /F1 9 Tf (shown) Tj ET EMC /P <</Alt (${author})>> DP`;
  const drawn = context.register(context.flateStream(marked));
  page.node.normalize();
  page.node.addContentStream(drawn);
  const link = context.obj({
    Type: "Annot",
    Subtype: "Link",
    Rect: [0, 0, 9, 9],
    A: { S: "URI", URI: PDFString.of(`mailto:${author}`) },
  });
  page.node.set(name("Annots"), context.obj([context.register(link)]));
  page.node.set(name("Metadata"), xmp(author));
  page.node.set(name("Thumb"), context.register(context.flateStream(`thumbnail ${author}`, { Subtype: "Image" })));
  page.node.set(
    name("PieceInfo"),
    context.obj({ Writer: { LastModified: PDFString.of("D:2021"), Private: PDFString.of(author) } }),
  );
  const form = context.register(
    context.flateStream(`% ${author}\nBT ET`, {
      Type: "XObject",
      Subtype: "Form",
      BBox: [0, 0, 1, 1],
      PieceInfo: { By: PDFString.of(author) },
    }),
  );
  page.node.newXObject("Drawing", form);
  const saved = await document.save({ useObjectStreams: false });
  return Uint8Array.from(saved);
}

/** A PDF with these instructions on its page, drawn in Helvetica as F1. */
export async function pdfDrawing(instructions: string, fontName = "Helvetica"): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  const page = document.addPage();
  const font = document.context.obj({
    Type: "Font",
    Subtype: "Type1",
    BaseFont: fontName,
    Encoding: "WinAnsiEncoding",
  });
  page.node.normalize();
  page.node.setFontDictionary(name("F1"), document.context.register(font));
  page.node.addContentStream(document.context.register(document.context.flateStream(instructions)));
  return Uint8Array.from(await document.save());
}
