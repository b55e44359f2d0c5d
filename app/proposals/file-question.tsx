import { useEffect, useState } from "react";
import { Button } from "~/ui/button";
import { OptionalMark } from "~/ui/field-frame";
import { CurrentFile, FileField } from "~/ui/file-field";
import { paths } from "~/ui/paths";
import { ProgressBar } from "~/ui/progress-bar";
import { useText } from "~/ui/use-text";
import type { QuestionOnPage, SectionPage } from "./section-page";
import { thenToFile } from "./then-to-file";

/** Why a file did not arrive: what was refused says so, everything else is the line, or the page that is older than the server. */
const reasonOf = (problem: unknown) =>
  problem instanceof Error && "reason" in problem ? String(problem.reason) : "upload_failed";

/**
 * A file: sent with progress and resume where scripts run. Where they do not, or not yet, a button saves the section first
 * and goes on to the page of the file: a plain form would send the file and drop the answers typed beside it.
 */
export function FileQuestion({ question, page }: { question: QuestionOnPage; page: SectionPage }) {
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  return (
    <section className="question" lang={page.language}>
      {awake ? <FileUploader question={question} page={page} /> : <FileLater question={question} page={page} />}
    </section>
  );
}

function FileLater({ question, page }: { question: QuestionOnPage; page: SectionPage }) {
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

function FileUploader({ question, page }: { question: QuestionOnPage; page: SectionPage }) {
  const { t, find } = useText();
  const [sent, setSent] = useState<{ done: number; total: number } | null>(null);
  const [problem, setProblem] = useState<string | undefined>();
  const [present] = question.documents;
  const words = (reason: string) => find(`errors.reasons.${reason}`) ?? reason;
  const removing = (document: string) =>
    `${paths.proposalDocuments(page.proposal)}?${new URLSearchParams({ section: page.section, remove: document })}`;

  const send = async (file: File) => {
    setProblem(undefined);
    setSent({ done: 0, total: file.size });
    try {
      const { uploadDocument } = await import("~/documents/upload-client");
      await uploadDocument(file, {
        input: { proposal: page.proposal, question: question.id },
        onProgress: (done, total) => setSent({ done, total }),
      });
      window.location.reload();
    } catch (refused) {
      setSent(null);
      setProblem(`${file.name}: ${words(reasonOf(refused))}`);
    }
  };

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
        disabled={!page.open}
        current={present ? { name: present.name ?? t("apply.form.file"), to: paths.document(present.id) } : undefined}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) void send(file);
        }}
      />
      {sent ? (
        <ProgressBar
          label={t("apply.form.sending")}
          done={sent.done}
          total={sent.total}
          words={`${Math.floor((100 * sent.done) / Math.max(1, sent.total))} %`}
        />
      ) : null}
      {present && page.open ? (
        <form method="post" action={removing(present.id)}>
          <Button kind="quiet">{t("apply.form.remove_file")}</Button>
        </form>
      ) : null}
    </>
  );
}
