type Point = { x: number; y: number };

const paints = new Set(["f", "F", "f*", "B", "B*", "b", "b*", "S", "s"]);
const bends = new Set(["c", "v", "y"]);
/** Once around, and what a shape may bend back or go on, in radians: numbers in files are rounded. */
const around = 2 * Math.PI;
const slack = 0.5;

/**
 * Counts the curves of painted shapes that are drawings, as letters, logos and signatures are. Circles, bullets and rounded
 * boxes go around once, to one side, and count for nothing, however many curves a program makes of them; nor do lines,
 * tables, and paths that only limit what is painted.
 */
export class PaintedCurves {
  count = 0;
  #inPath = 0;
  #inShape = 0;
  /** How far the shape turned so far, with both sides taken together and against each other. */
  #turned = 0;
  #aside = 0;
  #last: Point | null = null;
  #edge: Point | null = null;

  /** One instruction of a path, or the one that ends it; others are of no concern. */
  meet(operator: string, numbers: readonly number[]) {
    if (operator === "m" || operator === "re") this.#endShape();
    if (operator === "m" || operator === "l" || bends.has(operator)) this.#through(numbers);
    if (bends.has(operator)) this.#inShape += 1;
    if (!paints.has(operator) && operator !== "n") return;
    this.#endShape();
    if (paints.has(operator)) this.count += this.#inPath;
    this.#inPath = 0;
  }

  #through(numbers: readonly number[]) {
    for (let at = 0; at + 1 < numbers.length; at += 2) this.#to({ x: numbers[at] ?? 0, y: numbers[at + 1] ?? 0 });
  }

  #to(point: Point) {
    const edge = this.#last && { x: point.x - this.#last.x, y: point.y - this.#last.y };
    this.#last = point;
    if (!edge || (edge.x === 0 && edge.y === 0)) return;
    const before = this.#edge ?? edge;
    const turn = Math.atan2(before.x * edge.y - before.y * edge.x, before.x * edge.x + before.y * edge.y);
    this.#turned += Math.abs(turn);
    this.#aside += turn;
    this.#edge = edge;
  }

  #endShape() {
    const isPlain = this.#turned < around + slack && this.#turned - Math.abs(this.#aside) < slack;
    if (!isPlain) this.#inPath += this.#inShape;
    this.#inShape = 0;
    this.#turned = 0;
    this.#aside = 0;
    this.#last = null;
    this.#edge = null;
  }
}
