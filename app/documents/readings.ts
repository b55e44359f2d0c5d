const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const brokenWord = /[-‐‑\u00ad]\s*\n\s*/gu;
const unspaced = String.raw`[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}]`;
/** The end of a line in a script written without spaces, or broken within words, says nothing of where a word ends. */
const brokenAnywhere = new RegExp(String.raw`(?<=${unspaced})[^\S\n]*\n\s*(?=${unspaced})`, "gu");
/** Signs that stand for glyphs whose letters the file does not tell: no text has control characters but these three. */
const untold = /(?![\t\n\r])[\p{Cc}\ufffd\p{Co}]/u;

/** Stands in a text for a gap too narrow to be seen: what it parts may be one word or two. */
export const narrowGap = "\u200b";

const turned = (line: string) => [...line].reverse().join("");

/**
 * The ways in which the text of a file may be read: words that were broken at the end of a line in one piece, also where
 * their script breaks them without a hyphen, and lines of scripts from right to left also turned round, for a file holds
 * their letters as they lie on the paper. A joined letter is turned as one and taken apart afterwards, or its own letters
 * would change places. Words that only a narrow gap parts are read as one and as two.
 */
export function readings(text: string): string[] {
  if (!text.includes(narrowGap)) return readingsOfLines(text);
  return ["", " "].flatMap((gap) => readingsOfLines(text.replaceAll(narrowGap, gap)));
}

function readingsOfLines(text: string): string[] {
  const backwards = text
    .split("\n")
    .filter((line) => rightToLeft.test(line))
    .map(turned);
  const closed = text.replace(brokenAnywhere, "");
  const ways = [text.replace(brokenWord, ""), text, ...(closed === text ? [] : [closed])];
  return backwards.length > 0 ? [...ways, backwards.join("\n"), [...backwards].reverse().join("\n")] : ways;
}

/** Whether a person would read more on a page than its text tells: nothing at all, or glyphs without letters. */
export const tellsTooLittle = (text: string) => text.trim() === "" || untold.test(text);
