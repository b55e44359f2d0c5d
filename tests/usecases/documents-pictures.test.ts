import { type PDFContext, PDFDict, PDFDocument, PDFName, type PDFRef, StandardFonts } from "pdf-lib";
import { expect, it } from "vitest";
import { clearPdf } from "~/documents/clear-pdf.server";

const name = (text: string) => PDFName.of(text);
const picture = "BI /W 1 /H 1 /BPC 8 /CS /G ID \u0001 EI";
const drawing = `0 0 m ${Array.from({ length: 61 }, (_, at) => `${at} 9 ${at} -9 ${at + 1} 0 c`).join(" ")} f`;

type Place = { resource: string; draw: string; make: (context: PDFContext, instructions: string) => PDFRef };

const places: Record<string, Place> = {
  form: {
    resource: "XObject",
    draw: "/N Do",
    make: (context, instructions) =>
      context.register(
        context.flateStream(instructions, { Type: "XObject", Subtype: "Form", BBox: [0, 0, 99, 99], Resources: {} }),
      ),
  },
  pattern: {
    resource: "Pattern",
    draw: "/Pattern cs /N scn 0 0 9 9 re f",
    make: (context, instructions) =>
      context.register(
        context.flateStream(instructions, {
          ...{ Type: "Pattern", PatternType: 1, PaintType: 1, TilingType: 1, BBox: [0, 0, 9, 9], XStep: 9, YStep: 9 },
          Resources: {},
        }),
      ),
  },
  letter: {
    resource: "Font",
    draw: "BT /N 9 Tf (a) Tj ET",
    make: (context, instructions) =>
      context.register(
        context.obj({
          ...{ Type: "Font", Subtype: "Type3", FontBBox: [0, 0, 9, 9], FontMatrix: [0.1, 0, 0, 0.1, 0, 0] },
          ...{ FirstChar: 97, LastChar: 97, Widths: [9], Encoding: { Type: "Encoding", Differences: [97, "a"] } },
          CharProcs: { a: context.register(context.flateStream(`9 0 d0 ${instructions}`)) },
        }),
      ),
  },
};

async function fileWith(where: string, instructions: string) {
  const { resource, draw, make } = places[where] as Place;
  const document = await PDFDocument.create();
  const page = document.addPage();
  page.drawText("A study", { font: await document.embedFont(StandardFonts.Helvetica) });
  page.node.normalize();
  const resources = page.node.Resources();
  const given = resources?.lookupMaybe(name(resource), PDFDict) ?? document.context.obj({});
  given.set(name("N"), make(document.context, instructions));
  resources?.set(name(resource), given);
  page.node.addContentStream(document.context.register(document.context.flateStream(draw)));
  return Uint8Array.from(await document.save());
}

it.each([
  ["picture", "form", 1, 0],
  ["drawing", "form", 0, 1],
  ["picture", "pattern", 1, 0],
  ["drawing", "pattern", 0, 1],
  ["picture", "letter", 0, 0],
  ["drawing", "letter", 0, 0],
] as const)("a %s in a %s of a page is counted, but for letters", async (what, where, images, drawings) => {
  const file = await fileWith(where, { picture, drawing }[what]);
  expect(await clearPdf(file, ["Nobody"])).toMatchObject({ cleared: true, images, drawings });
});
