import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { narrowGap } from "./readings";

/** A gap below this share of the size of the letters is none that a reader sees: spaces between words are twice as wide. */
const narrowest = 0.1;

type Piece = { str: string; width: number; transform: number[]; hasEOL: boolean };

/** A soft hyphen inside a line is drawn as a space of no width, and a name with it would come out as two words. */
function written({ str, width, transform, hasEOL }: Piece): string {
  const size = Math.hypot(transform[2] ?? 0, transform[3] ?? 0);
  const parts = str === " " && !hasEOL && width < narrowest * size ? narrowGap : str;
  return hasEOL ? `${parts}\n` : parts;
}

/** The text of each page, as a reader would copy it; gaps that nobody sees are marked as such. */
export async function textOfPages(bytes: Uint8Array): Promise<string[]> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const loading = getDocument({
    data: bytes.slice(),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    cMapUrl: join(folder, "cmaps/"),
    cMapPacked: true,
    standardFontDataUrl: join(folder, "standard_fonts/"),
  });
  const document = await loading.promise;
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: false });
    texts.push(items.map((item) => ("str" in item ? written(item) : "")).join(""));
    page.cleanup();
  }
  await loading.destroy();
  return texts;
}
