import type { Watch } from "./content-stream";
import { PaintedCurves } from "./painted-curves";

/** More curves than the icons of a page have: a logo, a signature, or words turned into outlines. */
const mostCurves = 60;
const ofPath = new Set("m l c v y re n f F f* B B* b b* S s".split(" "));

/** Counts what no search for words can read in the instructions of pages, forms and patterns: pictures and drawings. */
export class LooksNeeded {
  images = 0;
  /** Pages that hold a drawing. */
  drawings = 0;
  #curves = new PaintedCurves();

  /** Looks at one instruction. */
  readonly watch: Watch = (operator, operands) => {
    if (operator === "BI") this.images += 1;
    if (!ofPath.has(operator)) return;
    this.#curves.meet(
      operator,
      operands.map(({ bytes }) => Number(String.fromCharCode(...bytes))),
    );
  };

  /** Ends a page, with all the forms and patterns that were met on it first. */
  endPage() {
    if (this.#curves.count > mostCurves) this.drawings += 1;
    this.#curves = new PaintedCurves();
  }
}
