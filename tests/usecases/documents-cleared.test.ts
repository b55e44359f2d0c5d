import { inflateSync } from "node:zlib";
import { PDFDocument, PDFName, PDFString } from "pdf-lib";
import { expect, test } from "vitest";
import { pdfWith } from "#tests/setup/pdf";
import { pdfDrawing, pdfRevealing } from "#tests/setup/revealing-pdf";
import { clearPdf } from "~/documents/clear-pdf.server";
import { clearedPdf } from "~/documents/cleared-pdf.server";
import { textOfPages } from "~/documents/pdf-text.server";

const author = "Okonkwo";

/** Everything in a file as text: its bytes, and every stream that inflates. */
function everythingIn(file: Uint8Array): string {
  const whole = Buffer.from(file);
  let all = whole.toString("latin1");
  for (let at = whole.indexOf("stream"); at >= 0; at = whole.indexOf("stream", at + 6)) {
    const from = whole[at + 6] === 13 ? at + 8 : at + 7;
    try {
      all += inflateSync(whole.subarray(from), { finishFlush: 2 }).toString("latin1");
    } catch {}
  }
  return all;
}
const utf16 = (text: string) => Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase();

test("a file that reveals its author everywhere but on its pages is rebuilt without her", async () => {
  const original = await pdfRevealing(author);
  const before = everythingIn(original);
  expect(before.split(author).length).toBeGreaterThan(8);
  expect(before).toContain(utf16(author));
  const result = await clearedPdf(original, [author]);
  if (!result.cleared) throw new Error(result.because);
  const after = everythingIn(result.bytes);
  expect(after).not.toContain(author);
  expect(after).not.toContain(utf16(author));
  for (const trace of [
    "ActualText",
    "Metadata",
    "PieceInfo",
    "Annots",
    "EmbeddedFile",
    "Thumb",
    "/Info",
    "xmpmeta",
    "Exif",
    "Producer",
  ]) {
    expect(after, trace).not.toContain(trace);
  }
  expect(result).toMatchObject({ pages: 1, images: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const [page] = await textOfPages(result.bytes);
  expect(page).toContain("What we will do and how");
  expect(page).toContain("shown");
  const again = await clearPdf(original, [author]);
  expect(again.cleared && Buffer.from(again.bytes).equals(Buffer.from(result.bytes))).toBe(true);
}, 30_000);

test("a name on a page sends the file to a person, however it is drawn", async () => {
  const draw = (instructions: string, font?: string) => pdfDrawing(`BT /F1 12 Tf 50 700 Td ${instructions} ET`, font);
  const spelled = Buffer.from(author).toString("hex");
  const files = {
    plain: await pdfWith("A study", `by Dr ${author}, Enugu`),
    hexadecimal: await draw(`<${spelled}> Tj`),
    kerned: await draw("[(Ok) -20 (onk) 30 (wo)] TJ"),
    "letter by letter": await draw([...author].map((letter) => `(${letter}) Tj 9 0 Td`).join(" ")),
    "in the name of a font": await draw("(A study) Tj", `ABCDEF+${author}`),
  };
  for (const [how, file] of Object.entries(files)) {
    expect(await clearPdf(file, [author, "Nobody"]), how).toMatchObject({
      cleared: false,
      because: "identity_terms_found",
      found: [author],
    });
    expect(await clearPdf(file, ["Nobody"]), how).toMatchObject({ cleared: true });
  }
});

test("an earlier revision does not come along", async () => {
  const first = await pdfWith(`Written by ${author}`);
  const document = await PDFDocument.load(first);
  document.removePage(0);
  document.addPage().drawText("Written by us");
  const second = Buffer.from(await document.save({ useObjectStreams: false }));
  const kept = Buffer.concat([Buffer.from(first), second.subarray(second.indexOf("\n"))]);
  const result = await clearPdf(new Uint8Array(kept), [author]);
  if (result.cleared) expect(everythingIn(result.bytes)).not.toContain(author);
  else expect(result.because).toBe("identity_terms_found");
});

async function changed(change: (document: PDFDocument) => void) {
  const document = await PDFDocument.load(await pdfWith("A study"));
  change(document);
  return new Uint8Array(await document.save());
}

test("what acts by itself, is locked, is empty or is no PDF has its reason", async () => {
  const script = await changed(({ context, catalog }) => {
    catalog.set(PDFName.of("OpenAction"), context.obj({ S: "JavaScript", JS: PDFString.of("app.alert(1)") }));
  });
  const xfa = await changed(({ context, catalog }) => {
    catalog.set(PDFName.of("AcroForm"), context.obj({ XFA: context.register(context.stream("<xdp/>")), Fields: [] }));
  });
  const form = await changed((document) => {
    document.getForm().createTextField("name").addToPage(document.getPage(0));
  });
  const locked = await changed(({ context }) => {
    context.trailerInfo.Encrypt = context.register(context.obj({ Filter: "Standard", V: 1, R: 2 }));
  });
  const drawing = await pdfDrawing("0 0 100 100 re f");
  const because = async (file: Uint8Array) => {
    const result = await clearPdf(file, []);
    return result.cleared ? "cleared" : result.because;
  };
  expect(await because(script)).toBe("pdf_has_script");
  expect(await because(xfa)).toBe("pdf_has_xfa");
  expect(await because(form)).toBe("pdf_has_form_fields");
  expect(await because(locked)).toBe("pdf_is_encrypted");
  expect(await because(drawing)).toBe("pages_without_text");
  expect(await because(new TextEncoder().encode("%PDF-1.7 and nothing else"))).toBe("pdf_cannot_be_read");
  expect(await because((await pdfWith("x")).subarray(0, 300))).toBe("pdf_cannot_be_read");
});

test("a file that takes too long or too much memory ends with its process", async () => {
  const plain = await pdfWith("A study");
  expect(await clearedPdf(plain, [], { megabytes: 512, seconds: 0.05 })).toMatchObject({
    because: "pdf_took_too_long",
  });
  const bomb = await pdfDrawing(`BT ET ${" ".repeat(120_000_000)}`);
  expect(bomb.length).toBeLessThan(1_000_000);
  expect(await clearedPdf(bomb, [], { megabytes: 220, seconds: 20 })).toMatchObject({
    because: "pdf_needs_too_much_memory",
  });
}, 60_000);
