import { inflateSync } from "node:zlib";
import { type PDFContext, PDFDict, PDFDocument, PDFName, type PDFRef, PDFString, StandardFonts } from "pdf-lib";
import { expect, test } from "vitest";
import { clearPdf } from "~/documents/clear-pdf.server";

const author = "Okonkwo";
const name = (text: string) => PDFName.of(text);

/** Every stream of a file as plain text, and its bytes. */
function everythingIn(file: Uint8Array): string {
  const whole = Buffer.from(file);
  let all = whole.toString("latin1");
  for (let at = whole.indexOf("stream\n"); at >= 0; at = whole.indexOf("stream\n", at + 7)) {
    try {
      all += inflateSync(whole.subarray(at + 7), { finishFlush: 2 }).toString("latin1");
    } catch {}
  }
  return all;
}

type Nook = { resource: string; make: (context: PDFContext) => PDFRef; draw: string };

/** Where programs put words that no page shows, each drawn once. */
const nooks: Record<string, Nook> = {
  "the layer of a drawn form": {
    resource: "XObject",
    draw: "/N Do",
    make: (context) =>
      context.register(
        context.flateStream("0 0 1 1 re f", {
          ...{ Type: "XObject", Subtype: "Form", BBox: [0, 0, 1, 1] },
          OC: context.obj({ Type: "OCG", Name: PDFString.of(author) }),
        }),
      ),
  },
  "the layer and the other words of a state": {
    resource: "ExtGState",
    draw: "/N gs",
    make: (context) =>
      context.register(
        context.obj({ Type: "ExtGState", CA: 1, OC: { Name: PDFString.of(author) }, Alt: PDFString.of(author) }),
      ),
  },
  "the other words of a colour": {
    resource: "ColorSpace",
    draw: "/N cs 0 sc",
    make: (context) =>
      context.register(context.obj(["Indexed", "DeviceGray", 0, context.obj({ Alt: PDFString.of(author) })])),
  },
  "the drawings of a font": {
    resource: "Font",
    draw: "BT /N 9 Tf (a) Tj ET",
    make: (context) => {
      const drawing = context.flateStream(
        `9 0 d0 % by ${author}\n/Span <</ActualText (${author})>> BDC 0 0 5 5 re f EMC`,
        {
          By: PDFString.of(author),
        },
      );
      return context.register(
        context.obj({
          ...{ Type: "Font", Subtype: "Type3", FontBBox: [0, 0, 9, 9], FontMatrix: [0.1, 0, 0, 0.1, 0, 0] },
          ...{ FirstChar: 97, LastChar: 97, Widths: [9], Encoding: { Type: "Encoding", Differences: [97, "a"] } },
          CharProcs: { a: context.register(drawing) },
        }),
      );
    },
  },
  "a pattern": {
    resource: "Pattern",
    draw: "/Pattern cs /N scn 0 0 9 9 re f",
    make: (context) =>
      context.register(
        context.flateStream(`% by ${author}\n0 0 1 1 re f`, {
          ...{ Type: "Pattern", PatternType: 1, PaintType: 1, TilingType: 1, BBox: [0, 0, 2, 2], XStep: 2, YStep: 2 },
          ...{ Resources: {}, By: PDFString.of(author) },
        }),
      ),
  },
};

test.each(Object.entries(nooks))("%s does not carry a name", async (_where, { resource, make, draw }) => {
  const document = await PDFDocument.create();
  const page = document.addPage();
  page.drawText("A study", { x: 50, y: 700, font: await document.embedFont(StandardFonts.Helvetica) });
  page.node.normalize();
  const resources = page.node.Resources();
  const given = resources?.lookupMaybe(name(resource), PDFDict) ?? document.context.obj({});
  given.set(name("N"), make(document.context));
  resources?.set(name(resource), given);
  page.node.addContentStream(document.context.register(document.context.flateStream(draw)));
  const file = Uint8Array.from(await document.save({ useObjectStreams: false }));
  expect(everythingIn(file)).toContain(author);
  const result = await clearPdf(file, ["Nobody"]);
  if (!result.cleared) throw new Error(result.because);
  expect(everythingIn(result.bytes)).not.toContain(author);
  expect(everythingIn(result.bytes), "what is drawn stays").toContain(draw.split(" ").at(-1));
});
