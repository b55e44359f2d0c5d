const words = new Intl.Segmenter(undefined, { granularity: "word" });
const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Words as a reader of any script counts them; in Chinese, Japanese and Thai by the dictionary of the runtime. */
export function countWords(text: string): number {
  let count = 0;
  for (const part of words.segment(text)) if (part.isWordLike) count += 1;
  return count;
}

/** Characters as a reader sees them: an emoji or a letter with marks is one. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of characters.segment(text)) count += 1;
  return count;
}
