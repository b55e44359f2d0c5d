import { typedParagraphs } from "./typed-paragraphs";

/** Text as somebody typed it: an empty line begins a paragraph, a line break stays one. */
export function Paragraphs({ text }: { text: string }) {
  return typedParagraphs(text).map((paragraph, index) => (
    <p key={index} className="as-typed" dir="auto">
      {paragraph}
    </p>
  ));
}
