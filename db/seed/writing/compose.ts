import type { Random } from "../random";

/** A text in beats: from each beat one of its wordings is taken. */
export type Beats = readonly (readonly string[])[];
export type Words = Record<string, string>;

/** Fills "{name}" with the words of the study; an unknown name is an error of ours. */
export function filled(text: string, words: Words): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const word = words[name];
    if (word === undefined) throw new Error(`No words for {${name}}.`);
    return word;
  });
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Sentences that follow each other, two or three beats a paragraph. */
export function compose(random: Random, beats: Beats, words: Words, perParagraph = 3): string {
  const sentences = beats.map((wordings) => capital(filled(random.pick(wordings), words)));
  const paragraphs: string[] = [];
  for (let from = 0; from < sentences.length; from += perParagraph) {
    paragraphs.push(sentences.slice(from, from + perParagraph).join(" "));
  }
  return paragraphs.join("\n\n");
}
