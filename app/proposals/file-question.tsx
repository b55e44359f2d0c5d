import { Button } from "~/ui/button";
import { OptionalMark } from "~/ui/field-frame";
import { CurrentFile, FileField } from "~/ui/file-field";
import { paths } from "~/ui/paths";
import { ProgressBar } from "~/ui/progress-bar";
import { useText } from "~/ui/use-text";
import { fileId, progressId, refusedFileId } from "./file-sending";
import type { QuestionOnPage, SectionPage } from "./section-page";
import { thenToFile } from "./then-to-file";

type Props = { question: QuestionOnPage; page: SectionPage };

/**
 * A file: sent with progress and resume where scripts run. Where they do not, or not yet, a button saves the section first
 * and goes on to the page of the file: a plain form would send the file and drop the answers typed beside it.
 */
export function FileQuestion({ question, page }: Props) {
  return (
    <>
      <section className="question" lang={page.language} data-file={page.open ? question.id : undefined}>
        <FileLater question={question} page={page} />
      </section>
      {page.open ? (
        <>
          <template id={fileId(question.id)}>
            <FileUploader question={question} page={page} />
          </template>
          <template id={refusedFileId(question.id)}>
            <FileUploader question={question} page={page} problem="{problem}" />
          </template>
        </>
      ) : null}
    </>
  );
}

function FileLater({ question, page }: Props) {
  const { t } = useText();
  const [present] = question.documents;
  return (
    <div className="field" id={question.id}>
      <p className="field-label">
        {question.label}
        {question.required ? null : <OptionalMark />}
      </p>
      <p className="field-hint">{question.hint ?? t("apply.form.file_hint")}</p>
      {present ? <CurrentFile name={present.name ?? t("apply.form.file")} to={paths.document(present.id)} /> : null}
      {page.open ? (
        <Button kind="quiet" form="section" name="then" value={thenToFile(question.id)}>
          {t(present ? "apply.form.save_and_change_file" : "apply.form.save_and_send_file")}
        </Button>
      ) : null}
    </div>
  );
}

function FileUploader({ question, page, problem }: Props & { problem?: string }) {
  const { t } = useText();
  const [present] = question.documents;
  const removing = (document: string) =>
    `${paths.proposalDocuments(page.proposal)}?${new URLSearchParams({ section: page.section, remove: document })}`;
  return (
    <>
      <FileField
        name="file"
        id={question.id}
        label={question.label}
        hint={question.hint ?? t("apply.form.file_hint")}
        optional={!question.required}
        accept="application/pdf"
        error={problem}
        current={present ? { name: present.name ?? t("apply.form.file"), to: paths.document(present.id) } : undefined}
      />
      {present ? (
        <form method="post" action={removing(present.id)}>
          <Button kind="quiet">{t("apply.form.remove_file")}</Button>
        </form>
      ) : null}
    </>
  );
}

/** How far a file has been sent, for the script to show. */
export function FileProgress() {
  const { t } = useText();
  return (
    <template id={progressId}>
      <ProgressBar label={t("apply.form.sending")} done={0} total={1} words="0 %" />
    </template>
  );
}
