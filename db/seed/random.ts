/** Randomness that is the same each time: one seed, and a stream of its own for every purpose. */
export type Random = {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number within these ends, both included. */
  whole(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** The same things in another order. */
  shuffled<T>(things: readonly T[]): T[];
  /** Some of the things, each at most once. */
  sample<T>(from: readonly T[], count: number): T[];
  uuid(): string;
  /** Letters and digits of this alphabet. */
  code(length: number, alphabet?: string): string;
  /** A stream for another purpose: what is drawn there changes nothing here. */
  fork(purpose: string): Random;
};

/** A 32-bit seed from words (FNV-1a with a final mix). */
function seedOf(words: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < words.length; index++) {
    hash = Math.imul(hash ^ words.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Mulberry32: small, fast and good enough for invented people. */
function mulberry(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function randomFrom(words: string | number): Random {
  const path = String(words);
  const next = mulberry(seedOf(path));
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const shuffled = <T>(things: readonly T[]) => {
    const result = [...things];
    for (let index = result.length - 1; index > 0; index--) {
      const other = whole(0, index);
      [result[index], result[other]] = [result[other] as T, result[index] as T];
    }
    return result;
  };
  const code = (length: number, alphabet = "abcdefghijkmnpqrstuvwxyz23456789") =>
    Array.from({ length }, () => alphabet[whole(0, alphabet.length - 1)]).join("");
  return {
    next,
    whole,
    shuffled,
    code,
    chance: (probability) => next() < probability,
    pick: <T>(from: readonly T[]) => {
      if (from.length === 0) throw new Error(`Nothing to pick from (${path}).`);
      return from[whole(0, from.length - 1)] as T;
    },
    sample: (from, count) => shuffled(from).slice(0, count),
    uuid() {
      const digits = code(30, "0123456789abcdef");
      const variant = "89ab"[whole(0, 3)];
      return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(12, 15)}-${variant}${digits.slice(15, 18)}-${digits.slice(18, 30)}`;
    },
    fork: (purpose) => randomFrom(`${path}/${purpose}`),
  };
}
