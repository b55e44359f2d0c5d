import { useState } from "react";
import { Button } from "~/ui/button";
import { FileField } from "~/ui/file-field";
import { paths } from "~/ui/paths";
import { ProgressBar } from "~/ui/progress-bar";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";
import type { QuestionOnPage, SectionPage } from "./section-page";

/** Why a file did not arrive: what was refused says so, everything else is the line, or the page that is older than the server. */
const reasonOf = (problem: unknown) =>
  problem instanceof Error && "reason" in problem ? String(problem.reason) : "upload_failed";

/** A file: sent with progress and resume where scripts run, as a plain form where they do not. */
export function FileQuestion({ question, page }: { question: QuestionOnPage; page: SectionPage }) {
  const { t, find } = useText();
  const { errorOf, details } = useAnswer();
  const [sent, setSent] = useState<{ done: number; total: number } | null>(null);
  const [problem, setProblem] = useState<string | undefined>();
  const [present] = question.documents;
  const words = (reason: string) => find(`errors.reasons.${reason}`) ?? reason;
  const sending = `${paths.proposalSection(page.proposal, page.section)}?${new URLSearchParams({ file: question.id })}`;
  const removing = (document: string) =>
    `${paths.proposalDocuments(page.proposal)}?${new URLSearchParams({ section: page.section, remove: document })}`;
  const refused = errorOf(question.id);
  const name = typeof details.name === "string" && details.name !== "" ? `${details.name}: ` : "";

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
    <section className="question" lang={page.language}>
      <form method="post" encType="multipart/form-data" action={sending}>
        <FileField
          name="file"
          id={question.id}
          label={question.label}
          hint={question.hint ?? t("apply.form.file_hint")}
          optional={!question.required}
          accept="application/pdf"
          error={problem ?? (refused ? `${name}${refused}` : undefined)}
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
        {page.open ? <Button kind="quiet">{t("apply.form.send_file")}</Button> : null}
      </form>
      {present && page.open ? (
        <form method="post" action={removing(present.id)}>
          <Button kind="quiet">{t("apply.form.remove_file")}</Button>
        </form>
      ) : null}
    </section>
  );
}
