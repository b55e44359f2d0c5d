import { type PDFContext, PDFDocument, PDFName, type PDFObject, PDFString, StandardFonts } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { pdfWithFont } from "#tests/setup/pdf-with-font";
import { clearPdf } from "~/documents/clear-pdf.server";
import { textOfPages } from "~/documents/pdf-text.server";

const author = "Okonkwo";
const letters = [...new Set(author)];
const widths = Array(256).fill(600);

/** What draws the name where a font counts its glyphs as fonts usually do: the letter less 29, in two bytes. */
const asGlyphs = [...author].map((letter) => (letter.charCodeAt(0) - 29).toString(16).padStart(4, "0")).join("");
const drawnAsGlyphs = `BT /F1 12 Tf 50 700 Td <${asGlyphs}> Tj ET`;
/** The same where a font has one byte for each letter, counted in the order of the name. */
const asCodes = [...author].map((letter) => (letters.indexOf(letter) + 33).toString(16)).join("");
const drawnAsCodes = `BT /F1 12 Tf 50 700 Td <${asCodes}> Tj ET`;

const mapOf = (context: PDFContext, pairs: string[]) =>
  context.register(
    context.flateStream(
      `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange ${pairs.length} beginbfchar ${pairs.join(" ")} endbfchar endcmap`,
    ),
  );
const hex = (letter: string, offset = 0) => (letter.charCodeAt(0) - offset).toString(16).padStart(4, "0");

const ofManySigns =
  (ordering: string, more?: (context: PDFContext) => Record<string, PDFObject>) => (context: PDFContext) =>
    context.obj({
      ...{ Type: "Font", Subtype: "Type0", BaseFont: "ABCDEF+Plain", Encoding: "Identity-H" },
      DescendantFonts: [
        context.obj({
          ...{ Type: "Font", Subtype: "CIDFontType2", BaseFont: "ABCDEF+Plain", DW: 600 },
          CIDSystemInfo: { Registry: PDFString.of("Adobe"), Ordering: PDFString.of(ordering), Supplement: 0 },
          FontDescriptor: { Type: "FontDescriptor", FontName: "ABCDEF+Plain", Flags: 4 },
        }),
      ],
      ...more?.(context),
    });

type Names = (letter: string, index: number) => string;

/** The plain beginning of a font program, which names the glyph of each code. */
const programOf = (context: PDFContext, names: Names) =>
  context.register(
    context.flateStream(
      `%!PS-AdobeFont-1.0: Plain\n/Encoding 256 array\n${letters
        .map((letter, index) => `dup ${index + 33} /${names(letter, index)} put\n`)
        .join("")}readonly def\ncurrentfile eexec\n`,
    ),
  );

const ofOneByte =
  (subtype: string, given: { flags?: number; names?: Names; program?: Names; base?: string }) =>
  (context: PDFContext) =>
    context.obj({
      ...{ Type: "Font", Subtype: subtype, BaseFont: given.base ?? "ABCDEF+Plain" },
      ...{ FirstChar: 0, LastChar: 255, Widths: widths },
      FontDescriptor: {
        ...{ Type: "FontDescriptor", FontName: "ABCDEF+Plain", Flags: given.flags ?? 32 },
        ...(given.program ? { FontFile: programOf(context, given.program) } : {}),
      },
      ...(given.names
        ? {
            Encoding: {
              Type: "Encoding",
              Differences: [33, ...letters.map((letter, index) => given.names?.(letter, index) ?? "")],
            },
          }
        : {}),
    });

type Case = [string, string, (context: PDFContext) => PDFObject];

const hiding: Case[] = [
  ["of many signs, drawn by the numbers of its glyphs", drawnAsGlyphs, ofManySigns("Identity")],
  [
    "of many signs with an empty list of letters",
    drawnAsGlyphs,
    ofManySigns("Identity", (context) => ({ ToUnicode: mapOf(context, []) })),
  ],
  [
    "of many signs with a word in place of the list",
    drawnAsGlyphs,
    ofManySigns("Identity", () => ({ ToUnicode: PDFName.of("Identity-H") })),
  ],
  ["of a collection nobody knows", drawnAsGlyphs, ofManySigns("Ours")],
  ["of a collection for which no list is at hand", drawnAsGlyphs, ofManySigns("KR")],
  ["whose glyphs are counted", drawnAsCodes, ofOneByte("Type1", { names: (_, index) => `g${index + 50}` })],
  [
    "whose glyphs are counted in another base",
    drawnAsCodes,
    ofOneByte("TrueType", { names: (_, index) => `G${(index + 50).toString(16)}` }),
  ],
  [
    "whose own program counts its glyphs",
    drawnAsCodes,
    ofOneByte("Type1", { program: (_, index) => `g${index + 50}` }),
  ],
  ["for symbols without an encoding", drawnAsCodes, ofOneByte("TrueType", { flags: 4 })],
];

describe("a font that draws letters without saying which", () => {
  it.each(hiding)("%s sends the file to a person", async (_, instructions, font) => {
    const file = await pdfWithFont(instructions, font);
    const read = (await textOfPages(file)).join("");
    expect(read.trim(), "something that is no letter of the name is read").not.toBe("");
    expect(read).not.toContain(author);
    expect(await clearPdf(file, [author])).toEqual({
      cleared: false,
      because: "pdf_fonts_without_letters",
      found: [],
    });
  });

  it("is met in the drawings of a page as on the page itself", async () => {
    const inner = await PDFDocument.load(await pdfWithFont(drawnAsGlyphs, ofManySigns("Identity")));
    const document = await PDFDocument.create();
    const page = document.addPage();
    page.drawText("A study", { font: await document.embedFont(StandardFonts.Helvetica) });
    page.drawPage(await document.embedPage(inner.getPage(0)));
    const file = Uint8Array.from(await document.save());
    expect(await clearPdf(file, [author])).toMatchObject({ because: "pdf_fonts_without_letters" });
  });
});

const telling: Case[] = [
  [
    "with a list of its letters",
    drawnAsGlyphs,
    ofManySigns("Identity", (context) => ({
      ToUnicode: mapOf(
        context,
        letters.map((letter) => `<${hex(letter, 29)}> <${hex(letter)}>`),
      ),
    })),
  ],
  ["with the names of its letters", drawnAsCodes, ofOneByte("Type1", { names: (letter) => letter })],
  [
    "with the numbers of its letters",
    drawnAsCodes,
    ofOneByte("TrueType", { names: (letter) => `uni${hex(letter).toUpperCase()}` }),
  ],
];

describe("a font that tells its letters", () => {
  it.each(telling)("%s is searched, and asks for nobody", async (_, instructions, font) => {
    const file = await pdfWithFont(instructions, font);
    expect(await clearPdf(file, [author])).toMatchObject({ because: "identity_terms_found", found: [author] });
    expect(await clearPdf(file, ["Nobody"])).toMatchObject({ cleared: true });
  });

  it("need not be one for bullets", async () => {
    const font = ofOneByte("TrueType", { flags: 4, base: "ABCDEF+Symbol" });
    expect(await clearPdf(await pdfWithFont("BT /F1 9 Tf (\\267) Tj ET", font), [author])).toMatchObject({
      cleared: true,
    });
  });

  it.each(Object.values(StandardFonts))("%s is one", async (name) => {
    const document = await PDFDocument.create();
    const text = ["Symbol", "ZapfDingbats"].includes(name) ? "\u2660" : "A study";
    document.addPage().drawText(text, { font: await document.embedFont(name) });
    expect(await clearPdf(Uint8Array.from(await document.save()), [author])).toMatchObject({ cleared: true });
  });
});
