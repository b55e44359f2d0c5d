import { Notice } from "~/ui/notice";
import { Paragraphs } from "~/ui/paragraphs";
import { useText } from "~/ui/use-text";
import type { SectionPage } from "./section-page";

/** What became of text that was sent when its session had ended: saved, or here to be copied. */
export function ReturnedNotices({ page }: { page: SectionPage }) {
  const { t } = useText();
  if (!page.returned) return null;
  const { unsaved } = page.returned;
  if (unsaved.length === 0) return <Notice kind="saved" title={t("apply.returned.saved")} />;
  return <TextsToCopy page={page} texts={unsaved} title={t("apply.returned.too_late")} />;
}

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
