/** Crockford's base 32: no I, L, O, U, so that a reference can be said over the phone. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const symbols = 10;

/** x⁵ + x² + 1, under which the 32 symbols are a field and doubling runs through all of them but zero. */
const field = 0b100101;
const doubled = (symbol: number) => (symbol & 16 ? (symbol << 1) ^ field : symbol << 1);

/**
 * The symbol that brings the sum over the field to zero, each place weighing twice the next one. No two places weigh the
 * same, so every single wrong character and every swap of two characters, neighbours or not, changes the sum.
 */
function checkOf(text: string): string {
  const sum = [...text].reduce((before, character) => doubled(before) ^ alphabet.indexOf(character), 0);
  return alphabet[doubled(sum)] ?? "";
}

const grouped = (text: string) => text.replace(/(.{4})(?=.)/g, "$1-");

/** A reference from random bytes (at least 10): not in sequence, derived from nothing, with a check character. */
export function newReference(random: Uint8Array): string {
  if (random.length < symbols) throw new Error("A reference needs ten random bytes.");
  const text = [...random.slice(0, symbols)].map((byte) => alphabet[byte % 32]).join("");
  return grouped(text + checkOf(text));
}

/** A reference as somebody typed or heard it, in its written form; null where a character is wrong. */
export function readReference(typed: string): string | null {
  const text = typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  if (text.length !== symbols + 1 || [...text].some((character) => !alphabet.includes(character))) return null;
  return checkOf(text.slice(0, -1)) === text.at(-1) ? grouped(text) : null;
}
