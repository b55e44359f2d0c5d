import { clearPdf } from "./clear-pdf.server";
import type { PdfQuestion } from "./foreign-pdf.server";
import { scanPdf } from "./scan-own-pdf.server";

/** The process a foreign file is opened in: it gets one file, gives one answer, and ends with who asked. */
process.once("message", async ({ ask, bytes, terms }: PdfQuestion) => {
  process.send?.(ask === "clear" ? await clearPdf(bytes, terms) : await scanPdf(bytes, terms));
});
process.send?.("ready");
process.once("disconnect", () => process.exit(0));
