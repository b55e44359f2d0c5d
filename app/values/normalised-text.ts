const marks = /\p{M}+/gu;
/** Letters with a stroke or joined from two: Unicode has no parts for them, people type them without. */
const plainLetters: Record<string, string> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
};
const strokes = new RegExp(`[${Object.keys(plainLetters).join("")}]`, "gu");
const gaps = /[\s\u200b-\u200f\u2060\ufeff]+/gu;

/**
 * A text made comparable: compatibility forms (NFKC), case and diacritics folded, gaps made one space.
 * Arabic vowel marks and tatweel fold away too, so that a name matches however it was typed.
 */
export function normalisedText(text: string, options: { trim?: boolean } = {}): string {
  const folded = text
    .normalize("NFKD")
    .replace(marks, "")
    .replaceAll("\u0640", "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(strokes, (letter) => plainLetters[letter] ?? letter)
    .replace(gaps, " ");
  return options.trim === false ? folded : folded.trim();
}

const betweenWords = /[^\p{L}\p{N}]+/gu;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;

/** The words of a text made comparable, one space apart, without any sign between them. */
export const plainWords = (text: string): string => normalisedText(text).replace(betweenWords, " ").trim();

/** Whether words stand in a text as whole words, whatever signs surround them; in scripts without spaces, anywhere. */
export function saysWords(text: string, words: string): boolean {
  const wanted = plainWords(words);
  if (wanted.length < 2) return false;
  if (unspaced.test(wanted)) return plainWords(text).replaceAll(" ", "").includes(wanted.replaceAll(" ", ""));
  return ` ${plainWords(text)} `.includes(` ${wanted} `);
}
