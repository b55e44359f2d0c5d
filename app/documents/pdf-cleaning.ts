import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject, PDFRawStream, PDFRef, PDFStream } from "pdf-lib";
import { CannotClear } from "./clearing";
import { drawnOnly } from "./content-stream";
import { hidesLetters } from "./font-letters";
import { pictureOnly } from "./jpeg-segments";
import { LooksNeeded } from "./looks-needed";
import { nameOf, plainBytes } from "./pdf-values";

const named = (names: string) => new Set(names.split(" ").map((name) => PDFName.of(name)));

/** What a page, a drawn form and a picture need to be seen; everything else on them goes. */
const ofPage = named("Type Parent Resources MediaBox CropBox Rotate Contents Group UserUnit");
const ofForm = named("Type Subtype FormType BBox Matrix Resources Group");
const ofImage = named(
  "Type Subtype Width Height ColorSpace BitsPerComponent Decode DecodeParms Filter Mask SMask SMaskInData ImageMask Interpolate Intent Matte",
);
/** What goes wherever it stands. */
const nowhere = named(
  "Metadata PieceInfo LastModified ActualText Alt OPI AF StructParent StructParents Properties Lang OC",
);

const keep = (dict: PDFDict, names: Set<PDFName>) => {
  for (const key of dict.keys()) if (!names.has(key)) dict.delete(key);
};

function filtersOf(dict: PDFDict): string[] {
  const filter = dict.lookup(PDFName.of("Filter"));
  if (filter instanceof PDFArray) return filter.asArray().map(String);
  return filter ? [filter.toString()] : [];
}

/** A stream with new bytes and the kept entries of the old one. */
function rewritten(context: PDFContext, dict: PDFDict, names: Set<PDFName>, bytes: Uint8Array): PDFRawStream {
  const stream = context.flateStream(bytes);
  for (const [key, value] of dict.entries()) if (names.has(key)) stream.dict.set(key, value);
  return stream;
}

const ofPattern = named("Type PatternType PaintType TilingType BBox XStep YStep Resources Matrix");

export class Cleaning {
  readonly looks = new LooksNeeded();
  /** Whether any font draws letters without saying which ones. */
  hidesLetters = false;
  readonly #seen = new Set<PDFRef>();

  constructor(private readonly context: PDFContext) {}

  /** A page with what is drawn on it and nothing beside. */
  page(page: PDFDict, contents: PDFStream[]) {
    keep(page, ofPage);
    const drawn = drawnOnly(this.#whole(contents), this.looks.watch);
    page.set(PDFName.of("Contents"), this.context.register(this.context.flateStream(drawn)));
    const parent = page.get(PDFName.of("Parent"));
    page.delete(PDFName.of("Parent"));
    this.#entries(page, [PDFName.of("Contents")]);
    if (parent) page.set(PDFName.of("Parent"), parent);
    this.looks.endPage();
    return drawn;
  }

  #whole(contents: PDFStream[]): Uint8Array {
    const parts = contents.map(plainBytes);
    const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length + 1, 0)).fill(0x0a);
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length + 1;
    }
    return whole;
  }

  #entries(dict: PDFDict, except: PDFName[] = []) {
    for (const key of dict.keys()) if (nowhere.has(key)) dict.delete(key);
    for (const [key, value] of dict.entries()) if (!except.includes(key)) this.#value(value);
  }

  #value(value: PDFObject) {
    if (value instanceof PDFRef) this.#reference(value);
    else if (value instanceof PDFDict) this.#dictionary(value);
    else if (value instanceof PDFArray) for (const item of value.asArray()) this.#value(item);
  }

  #dictionary(dict: PDFDict) {
    if (hidesLetters(dict)) this.hidesLetters = true;
    if (nameOf(dict, "Subtype") === "/Type3") this.#glyphs(dict);
    this.#entries(dict);
  }

  /** The drawings of a font whose letters are drawn like pages; they are its letters, and no pictures. */
  #glyphs(font: PDFDict) {
    const drawings = font.lookup(PDFName.of("CharProcs"));
    if (!(drawings instanceof PDFDict)) return;
    for (const reference of drawings.values()) {
      const stream = this.context.lookup(reference);
      if (!(reference instanceof PDFRef) || !(stream instanceof PDFStream) || this.#seen.has(reference)) continue;
      this.#seen.add(reference);
      this.context.assign(reference, rewritten(this.context, stream.dict, new Set(), drawnOnly(plainBytes(stream))));
    }
  }

  #reference(reference: PDFRef) {
    if (this.#seen.has(reference)) return;
    this.#seen.add(reference);
    const target = this.context.lookup(reference);
    if (!(target instanceof PDFStream)) {
      if (target) this.#value(target);
      return;
    }
    const cleaned = this.#stream(target);
    this.context.assign(reference, cleaned);
    this.#entries(cleaned.dict);
  }

  #stream(stream: PDFStream): PDFStream {
    const { dict } = stream;
    const subtype = nameOf(dict, "Subtype");
    const redrawn = () => drawnOnly(plainBytes(stream), this.looks.watch);
    if (subtype === "/Form") return rewritten(this.context, dict, ofForm, redrawn());
    if (dict.lookup(PDFName.of("PatternType"))) return rewritten(this.context, dict, ofPattern, redrawn());
    if (subtype === "/Image") return this.#image(stream);
    return stream;
  }

  #image(stream: PDFStream): PDFStream {
    this.looks.images += 1;
    keep(stream.dict, ofImage);
    const filters = filtersOf(stream.dict);
    if (filters.includes("/JPXDecode")) throw new CannotClear("pdf_has_unclear_images");
    if (!filters.includes("/DCTDecode")) return stream;
    if (filters.length > 1) throw new CannotClear("pdf_has_unclear_images");
    const picture = pictureOnly(stream.getContents());
    if (!picture) throw new CannotClear("pdf_has_unclear_images");
    return PDFRawStream.of(stream.dict, picture);
  }
}
