import { decodePDFRawStream, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFStream } from "pdf-lib";
import { CannotClear } from "./clearing";

/** What stands under a key where that is a name, with its slash. */
export function nameOf(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.toString() : undefined;
}

/** The plain bytes of a stream that a program draws from or reads as text. */
export function plainBytes(stream: PDFStream): Uint8Array {
  if (!(stream instanceof PDFRawStream)) return stream.getContents();
  const parameters = stream.dict.lookup(PDFName.of("DecodeParms"));
  const predictor = parameters instanceof PDFDict ? parameters.lookup(PDFName.of("Predictor")) : undefined;
  if (predictor instanceof PDFNumber && predictor.asNumber() > 1) throw new CannotClear("pdf_has_unclear_content");
  return decodePDFRawStream(stream).decode();
}
