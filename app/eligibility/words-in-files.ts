/** A word that names nobody in one file; it may name somebody in the answers, and in another file. */
export type WordInFile = { document: string; term: string };

/** How a form posts such a word. */
export const postedWord = ({ document, term }: WordInFile) => `${document} ${term}`;

/** The word that a form posted so. */
export function wordOf(posted: string): WordInFile {
  const [document = ""] = posted.split(" ", 1);
  return { document, term: posted.slice(document.length + 1) };
}

/**
 * The words of files to ask about: those an officer said something of already, so that a refusal for another reason does not
 * take it back, and those that a file was stopped by. Each once, with whether she said that it names nobody.
 */
export function askedWords(posted: readonly string[], stoppedBy: readonly WordInFile[]) {
  const said = new Set(posted);
  return [...new Set([...posted, ...stoppedBy.map(postedWord)])].map((value) => ({
    ...wordOf(value),
    value,
    namesNobody: said.has(value),
  }));
}
