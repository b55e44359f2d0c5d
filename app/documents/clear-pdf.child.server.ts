import { clearPdf } from "./clear-pdf.server";

/** The process a foreign file is opened in: it gets one file, gives one answer, and ends with who asked. */
process.once("message", async ({ bytes, terms }: { bytes: Uint8Array; terms: string[] }) => {
  process.send?.(await clearPdf(bytes, terms));
});
process.send?.("ready");
process.once("disconnect", () => process.exit(0));
