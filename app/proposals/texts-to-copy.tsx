import { Notice } from "~/ui/notice";
import { Paragraphs } from "~/ui/paragraphs";
import type { SectionPage } from "./section-page";

type ToCopy = { page: SectionPage; texts: { question: string; text: string }[]; title: string };

/** Texts that cannot be saved any more, for their author to copy. */
export function TextsToCopy({ page, texts, title }: ToCopy) {
  if (texts.length === 0) return null;
  const labels = new Map(page.questions.map(({ id, label }) => [id, label]));
  return (
    <Notice kind="error" title={title}>
      {texts.map(({ question, text }) => (
        <section key={question}>
          <h3 lang={page.language}>{labels.get(question) ?? question}</h3>
          <Paragraphs text={text} />
        </section>
      ))}
    </Notice>
  );
}
