/** Text as somebody typed it: an empty line begins a paragraph, a line break stays one. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/\n\s*\n/)
        .filter((paragraph) => paragraph.trim() !== "")
        .map((paragraph, index) => (
          <p key={index} className="as-typed" dir="auto">
            {paragraph.trim()}
          </p>
        ))}
    </>
  );
}
