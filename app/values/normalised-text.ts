const marks = /\p{M}+/gu;
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
    .replace(gaps, " ");
  return options.trim === false ? folded : folded.trim();
}
