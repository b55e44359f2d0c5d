import { AnswerText } from "~/forms/answer-text";
import { Moment } from "~/ui/moment";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { paths } from "~/ui/paths";
import { Section } from "~/ui/section";
import { useText } from "~/ui/use-text";
import type { SubmittedVersion as Version } from "./submitted-version.server";

/** A version as it was handed in, to read, to print and to compare with what one writes now. */
export function SubmittedVersion({ version }: { version: Version }) {
  const { t } = useText();
  return (
    <Page
      side="apply"
      title={t("apply.submitted.title")}
      above={<bdi>{version.title}</bdi>}
      lead={t("apply.submitted.lead")}
      crumbs={[
        { label: t("apply.list.title"), to: paths.apply() },
        { label: version.title || t("apply.list.untitled"), to: paths.proposal(version.id) },
        { label: t("apply.receipt.show"), to: paths.receipt(version.id) },
        { label: t("apply.submitted.title") },
      ]}
      notices={version.newest ? null : <Notice>{t("apply.submitted.older")}</Notice>}
    >
      <p className="numbers">
        <span dir="ltr">{version.reference}</span> · <Moment at={version.instant} zone={version.zone} />
      </p>
      {version.parts.flatMap(({ part, sections }) =>
        sections.map((section) => (
          <Section
            key={section.id}
            title={<bdi lang={version.language}>{section.title}</bdi>}
            lead={t(`apply.tasks.${part}_part`)}
          >
            {section.answers.map((answer) => (
              <section key={answer.id}>
                <h3>
                  <bdi lang={version.language}>{answer.label}</bdi>
                </h3>
                <div className="answer">
                  <AnswerText answer={answer} currency={version.currency} />
                </div>
              </section>
            ))}
          </Section>
        )),
      )}
      {version.files.length > 0 ? (
        <Section title={t("apply.preview.files")}>
          <ul>
            {version.files.map(({ document, label, name, sha256 }) => (
              <li key={document}>
                <bdi lang={version.language}>{label}</bdi>: <bdi>{name ?? t("apply.form.file")}</bdi>{" "}
                <code dir="ltr">{sha256}</code>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  );
}
