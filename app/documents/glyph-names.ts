/** Names of two letters that stand for a sign; any other pair may be a number in letters. */
const pairs = new Set(
  "AE ae OE oe SS IJ ij LJ Lj lj NJ Nj nj DZ Dz dz LL ll fi fl ff Mu mu Nu nu Pi pi Xi xi".split(" "),
);
const byCode = /^(?:uni[0-9A-F]{4}|u[0-9A-F]{4,6})$/;
const withDigits = /^(?:afii\d{4,5}|SF\d{6}|H\d{5}|(?:mu|phi|theta|sigma|omega|Upsilon)1|planckover2pi1?)$/;

/** Whether a name without a variant says which sign it is: one letter, a word, or the number of the sign. */
function plainName(name: string): boolean {
  if (byCode.test(name) || withDigits.test(name)) return true;
  return /^[A-Za-z]+$/.test(name) && (name.length !== 2 || pairs.has(name));
}

/**
 * Whether the name of a glyph tells its letter, as those of the Adobe glyph list do. Names that only count glyphs (g50,
 * cid12, G3a) tell none. A variant of a letter (k.sc) is read as the code it is drawn with, and so has to have that one.
 */
export function tellsItsLetter(name: string, code: number): boolean {
  const [base = "", ...variant] = name.split(".");
  if (base === "") return true;
  if (!base.split("_").every(plainName)) return false;
  if (variant.length === 0) return true;
  if (base.length === 1) return String.fromCharCode(code).toLowerCase() === base.toLowerCase();
  return !byCode.test(base);
}
