import { AnswerText } from "~/forms/answer-text";
import { Page } from "~/ui/page";
import { paths } from "~/ui/paths";
import { Section } from "~/ui/section";
import { useText } from "~/ui/use-text";
import { BlindFindings, LeftOutOfCopy } from "./blind-findings";
import type { Preview } from "./blind-preview.server";

/** What reviewers will read, and what in it would tell them who writes. */
export function BlindPreview({ preview }: { preview: Preview }) {
  const { t } = useText();
  return (
    <Page
      side="apply"
      title={t("apply.preview.title")}
      lead={t("apply.preview.lead")}
      crumbs={[
        { label: t("apply.list.title"), to: paths.apply() },
        { label: preview.title || t("apply.list.untitled"), to: paths.proposal(preview.id) },
        { label: t("apply.preview.title") },
      ]}
    >
      <BlindFindings preview={preview} />
      {preview.sections.map((section) => (
        <Section key={section.id} title={<bdi lang={preview.language}>{section.title}</bdi>}>
          {section.answers.map((answer) => (
            <section key={answer.id}>
              <h3>
                <bdi lang={preview.language}>{answer.label}</bdi>
              </h3>
              <div className="answer">
                <AnswerText answer={answer} currency={preview.currency} />
              </div>
            </section>
          ))}
        </Section>
      ))}
      {preview.files.length > 0 ? (
        <Section title={t("apply.preview.files")} lead={t("apply.preview.file_about")}>
          <ul>
            {preview.files.map((file) => (
              <li key={file.question}>
                <bdi lang={preview.language}>{file.label}</bdi>
                <LeftOutOfCopy file={file} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  );
}
