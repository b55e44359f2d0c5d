import { CannotClear, type Clearing } from "./clearing";
import { termsInText } from "./identity-terms";
import { textOfPages } from "./pdf-text.server";
import { tellsTooLittle } from "./readings";
import { rebuiltPdf } from "./rebuild-pdf";
import { termsInFile } from "./scan-pdf";

/** Rebuilds a file and looks for every identity term in what is left, by its text and by its bytes. */
export async function clearPdf(bytes: Uint8Array, terms: readonly string[]): Promise<Clearing> {
  try {
    const rebuilt = await rebuiltPdf(bytes);
    const texts = await textOfPages(rebuilt.bytes);
    const found = new Set([...termsInText(texts.join("\n"), terms), ...(await termsInFile(rebuilt.bytes, terms))]);
    const { pages, images, drawings, notes } = rebuilt;
    if (found.size > 0) return { cleared: false, because: "identity_terms_found", found: [...found], notes };
    if (rebuilt.hidesLetters) return { cleared: false, because: "pdf_fonts_without_letters", found: [] };
    const silent = rebuilt.drawnPages.some((page) => tellsTooLittle(texts[page] ?? ""));
    if (silent) return { cleared: false, because: "pages_without_text", found: [] };
    return { cleared: true, bytes: rebuilt.bytes, pages, images, drawings, notes };
  } catch (problem) {
    const because = problem instanceof CannotClear ? problem.because : "pdf_cannot_be_read";
    return { cleared: false, because, found: [] };
  }
}
