/** Crockford's base 32: no I, L, O, U, so that a reference can be said over the phone. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const symbols = 10;

/** Luhn's algorithm in base 32: finds every single wrong character and nearly every swap of neighbours. */
function checkOf(text: string): string {
  const base = alphabet.length;
  let sum = 0;
  let factor = 2;
  for (const character of [...text].reverse()) {
    const product = factor * alphabet.indexOf(character);
    sum += Math.floor(product / base) + (product % base);
    factor = factor === 2 ? 1 : 2;
  }
  return alphabet[(base - (sum % base)) % base] ?? "0";
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
