import { formField } from "~/access/form-field";
import { QuestionField } from "~/forms/question-field";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { paths } from "~/ui/paths";
import { TimeLeft } from "~/ui/time-left";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";
import { ConflictNotices } from "./conflict-notices";
import { FileQuestion } from "./file-question";
import { KeptAnswersNotice } from "./kept-answers-notice";
import type { AnswerConflict } from "./proposal";
import { SavingState } from "./saving-state";
import { SectionList } from "./section-list";
import type { QuestionOnPage, SectionPage } from "./section-page";
import { TextsToCopy } from "./texts-to-copy";
import { useAutosave } from "./use-autosave";
import { shownWhen, useShownQuestions } from "./use-shown-questions";
import { versionField } from "./version-field";

/** A section of the form. Without JavaScript it posts as a whole; with it, each answer saves by itself. */
export function SectionForm({ page }: { page: SectionPage }) {
  const { t } = useText();
  const { problems, details } = useAnswer();
  const posted = Array.isArray(details.conflicts) ? (details.conflicts as AnswerConflict[]) : [];
  const autosave = useAutosave(page, posted);
  useShownQuestions(autosave.form);
  return (
    <Page
      side="apply"
      title={<bdi lang={page.language}>{page.title}</bdi>}
      above={t(`apply.tasks.${page.part}_part`)}
      lead={page.about ? <bdi lang={page.language}>{page.about}</bdi> : undefined}
      crumbs={[
        { label: t("apply.list.title"), to: paths.apply() },
        { label: page.proposalTitle || t("apply.list.untitled"), to: paths.proposal(page.proposal) },
        { label: page.title },
      ]}
      timeLeft={<TimeLeft at={page.closesAt} zone={page.zone} />}
      notices={
        <>
          <ErrorSummary problems={problems.map((one) => ({ ...one, label: labelOf(page, one.field) }))} />
          <KeptAnswersNotice page={page} isSaved={autosave.isSaved} />
          <TextsToCopy page={page} texts={autosave.unsent} title={t("apply.saving.never_saved")} />
          <ConflictNotices
            questions={page.questions}
            found={[...posted, ...autosave.conflicts]}
            onTake={autosave.take}
          />
          {page.open ? null : <Notice>{t("apply.form.closed")}</Notice>}
        </>
      }
      aside={<SectionList proposal={page.proposal} sections={page.sections} current={page.section} />}
      asideLabel={t("apply.tasks.title")}
    >
      <form
        method="post"
        noValidate
        // Some browsers put back what a form held before a reload, which may be older than what was saved since.
        autoComplete="off"
        id="section"
        ref={autosave.form}
        onInput={autosave.onInput}
        onChange={autosave.onInput}
        onSubmit={autosave.onSubmit}
      >
        {/* Enter in a field presses the first button of a form, wherever that stands: it shall not be the one of a file. */}
        <button type="submit" className="unseen" name="then" value="next" tabIndex={-1} aria-hidden>
          {t("common.actions.save_and_continue")}
        </button>
        <input type="hidden" name={formField} value={page.issued} />
        {page.questions.map((question) =>
          question.kind === "file" ? null : (
            <AskedQuestion
              key={question.id}
              question={question}
              page={page}
              version={autosave.versionOf(question.id)}
            />
          ),
        )}
      </form>
      {page.questions.map((question) =>
        question.kind === "file" ? <FileQuestion key={question.id} question={question} page={page} /> : null,
      )}
      {page.open ? (
        <>
          <SavingState
            state={autosave.state}
            savedAt={autosave.savedAt}
            refused={autosave.refused.map((one) => ({ ...one, label: labelOf(page, one.question) }))}
            keeps={page.journal !== null}
          />
          <Actions>
            <Button kind="main" form="section" name="then" value="next">
              {t("common.actions.save_and_continue")}
            </Button>
            <Button kind="quiet" form="section">
              {t("apply.form.save_and_list")}
            </Button>
          </Actions>
        </>
      ) : null}
    </Page>
  );
}

const labelOf = (page: SectionPage, question: string) =>
  page.questions.find(({ id }) => id === question)?.label ?? question;

function AskedQuestion({ question, page, version }: { question: QuestionOnPage; page: SectionPage; version: number }) {
  const { find, t } = useText();
  const { errorOf, typedAll } = useAnswer();
  const broken = question.broken ? (find(`errors.reasons.${question.broken}`) ?? question.broken) : undefined;
  const depends = page.questions.find(({ id }) => id === question.shownWhen?.question);
  const when =
    depends?.options.find(({ value }) => value === question.shownWhen?.equals)?.label ??
    (question.shownWhen?.equals === "yes" ? t("apply.form.yes") : undefined);
  return (
    <div className="question" lang={page.language} {...shownWhen(depends ? question.shownWhen : null)}>
      {depends ? (
        <p className="field-hint">{t("apply.form.only_if", { question: depends.label, answer: when ?? "" })}</p>
      ) : null}
      <input type="hidden" name={versionField(question.id)} value={version} readOnly />
      <QuestionField
        question={question}
        text={typedAll(question.id) ?? question.text}
        error={errorOf(question.id) ?? broken}
        currency={page.currency}
        disabled={!page.open}
      />
      {question.keptMonths ? (
        <p className="field-hint">{t("apply.form.kept", { count: question.keptMonths })}</p>
      ) : null}
      {question.version > 0 ? (
        <p className="question-versions">
          <a href={paths.earlierVersions(page.proposal, question.id)}>{t("apply.versions.link")}</a>
        </p>
      ) : null}
    </div>
  );
}
