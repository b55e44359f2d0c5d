/** Text as somebody typed it, in paragraphs: an empty line begins one. */
export const typedParagraphs = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");

/** The same as elements, where a script shows a text. */
export function paragraphElements(text: string): HTMLElement[] {
  return typedParagraphs(text).map((paragraph) => {
    const element = document.createElement("p");
    element.className = "as-typed";
    element.dir = "auto";
    element.textContent = paragraph;
    return element;
  });
}
