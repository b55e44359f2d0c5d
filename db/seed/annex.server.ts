import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PDFDocument, type PDFFont, StandardFonts } from "pdf-lib";
import { environment } from "~/http/environment.server";

const size: [number, number] = [595, 842];
const long = 86;

/** Lines of at most so many characters; what a standard font cannot write is left out. */
function lines(text: string): string[] {
  const plain = text.normalize("NFKC").replace(/[^\x20-\x7e\n]/g, "");
  return plain.split("\n").flatMap((paragraph) => {
    const result: string[] = [""];
    for (const word of paragraph.split(" ")) {
      const last = result.length - 1;
      if (`${result[last]} ${word}`.length > long) result.push(word);
      else result[last] = `${result[last]} ${word}`.trim();
    }
    return result;
  });
}

function draw(document: PDFDocument, text: string, fonts: { bold: PDFFont; plain: PDFFont }) {
  const page = document.addPage(size);
  const [heading = "", ...rest] = lines(text);
  page.drawText(heading, { x: 56, y: 772, size: 14, font: fonts.bold });
  rest.slice(0, 46).forEach((line, index) => {
    page.drawText(line, { x: 56, y: 744 - index * 15, size: 10.5, font: fonts.plain });
  });
}

/** A small real PDF of one page: what an applicant puts into the annex. The same text makes the same bytes. */
export async function annexPdf(text: string, at: Date, author: string | null): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setCreationDate(at);
  document.setModificationDate(at);
  if (author) document.setAuthor(author);
  const fonts = {
    bold: await document.embedFont(StandardFonts.HelveticaBold),
    plain: await document.embedFont(StandardFonts.Helvetica),
  };
  draw(document, text, fonts);
  return document.save({ useObjectStreams: false });
}

export type StoredFile = { storageKey: string; size: number; sha256: string };

/** Puts a file where uploads are kept, under its key. */
export async function storeFile(storageKey: string, bytes: Uint8Array): Promise<StoredFile> {
  const folder = join(environment().dataDir, "uploads");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, storageKey), bytes, { mode: 0o600 });
  return { storageKey, size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}
