import { formField } from "~/access/form-field";
import { QuestionField } from "~/forms/question-field";
import { shownWhen } from "~/forms/shown-questions";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { paths } from "~/ui/paths";
import { TextsForScript } from "~/ui/texts-for-script";
import { TimeLeft } from "~/ui/time-left";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";
import { standsInstead } from "./answers-on-page";
import { ConflictNotices } from "./conflict-notices";
import { FileProgress, FileQuestion } from "./file-question";
import { KeptAnswersNotice } from "./kept-answers-notice";
import { NeverSaved } from "./never-saved";
import type { AnswerConflict } from "./proposal";
import { SavingState } from "./saving-state";
import sectionScript from "./section.browser.ts?script";
import { SectionList } from "./section-list";
import type { QuestionOnPage, SectionPage } from "./section-page";
import { versionField } from "./version-field";

/** A section of the form. Without JavaScript it posts as a whole; with it, each answer saves by itself. */
export function SectionForm({ page }: { page: SectionPage }) {
  const { t, nonce } = useText();
  const { problems, details } = useAnswer();
  const posted = Array.isArray(details.conflicts) ? (details.conflicts as AnswerConflict[]) : [];
  const hasFiles = page.questions.some(({ kind }) => kind === "file");
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
          <KeptAnswersNotice page={page} />
          {page.open ? (
            <ConflictNotices questions={page.questions} posted={posted} />
          ) : (
            <>
              <NeverSaved language={page.language} />
              <Notice>{t("apply.form.closed")}</Notice>
            </>
          )}
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
        data-proposal={page.proposal}
        data-journal={page.journal ?? undefined}
        data-open={page.open ? "" : undefined}
      >
        {/* Enter in a field presses the first button of a form, wherever that stands: it shall not be the one of a file. */}
        <button type="submit" className="unseen" name="then" value="next" tabIndex={-1} aria-hidden>
          {t("common.actions.save_and_continue")}
        </button>
        <input type="hidden" name={formField} value={page.issued} />
        {page.questions.map((question) =>
          question.kind === "file" ? null : <AskedQuestion key={question.id} question={question} page={page} />,
        )}
      </form>
      {page.questions.map((question) =>
        question.kind === "file" ? <FileQuestion key={question.id} question={question} page={page} /> : null,
      )}
      {page.open ? (
        <>
          {hasFiles ? <FileProgress /> : null}
          <SavingState keeps={page.journal !== null} />
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
      <TextsForScript branches={textsOfScript} />
      <script type="module" src={sectionScript} nonce={nonce} />
    </Page>
  );
}

/** What the script says of its own: how many words there are, and why something was not taken. */
const textsOfScript = ["common.fields.*", "errors.reasons.*", "apply.saving.refused"];

const labelOf = (page: SectionPage, question: string) =>
  page.questions.find(({ id }) => id === question)?.label ?? question;

function AskedQuestion({ question, page }: { question: QuestionOnPage; page: SectionPage }) {
  const { find, t } = useText();
  const { errorOf, typedAll } = useAnswer();
  const broken = question.broken ? (find(`errors.reasons.${question.broken}`) ?? question.broken) : undefined;
  const depends = page.questions.find(({ id }) => id === question.shownWhen?.question);
  const when =
    depends?.options.find(({ value }) => value === question.shownWhen?.equals)?.label ??
    (question.shownWhen?.equals === "yes" ? t("apply.form.yes") : undefined);
  const typed = typedAll(question.id);
  const stands = typed === undefined || typed === question.text ? {} : { [standsInstead]: question.text };
  return (
    <div className="question" lang={page.language} {...stands} {...shownWhen(depends ? question.shownWhen : null)}>
      {depends ? (
        <p className="field-hint">{t("apply.form.only_if", { question: depends.label, answer: when ?? "" })}</p>
      ) : null}
      <input type="hidden" name={versionField(question.id)} value={question.version} readOnly />
      <QuestionField
        question={question}
        text={typed ?? question.text}
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
