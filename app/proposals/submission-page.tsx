import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { Deadline } from "~/ui/deadline";
import { ErrorSummary } from "~/ui/error-summary";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { paths } from "~/ui/paths";
import { Section } from "~/ui/section";
import { TimeLeft } from "~/ui/time-left";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";
import type { findingsIn } from "./file-findings";
import { MissingAnswers } from "./missing-answers";
import { wordOfSubmittingAgain } from "./proposal-desk";
import type { BeforeSubmission } from "./proposal-desk.server";

type Findings = ReturnType<typeof findingsIn>;
type Props = { page: BeforeSubmission & { grace: string; findings: Findings | null } };

/** The last look: what is missing with the way to it, or the one button. */
export function SubmissionPage({ page }: Props) {
  const { t } = useText();
  const { problems } = useAnswer();
  return (
    <Page
      side="apply"
      title={t("apply.submit.title")}
      above={<bdi>{page.title}</bdi>}
      call={page.callTitle}
      crumbs={[
        { label: t("apply.list.title"), to: paths.apply() },
        { label: page.title || t("apply.list.untitled"), to: paths.proposal(page.id) },
        { label: t("apply.submit.title") },
      ]}
      timeLeft={<TimeLeft at={page.closesAt} zone={page.zone} />}
      notices={page.missing.length === 0 ? <ErrorSummary problems={problems} /> : null}
    >
      <Deadline at={page.closesAt} zone={page.zone} />
      {page.missing.length > 0 ? (
        <Section title={t("apply.submit.still_missing")} id="missing">
          <MissingAnswers desk={page} />
        </Section>
      ) : (
        <form method="post">
          <input type="hidden" name="grace" value={page.grace} />
          {page.submittedAt && !page.changedSinceSubmission ? <Notice>{t("apply.submit.unchanged")}</Notice> : null}
          <LastLook findings={page.findings} preview={paths.proposalPreview(page.id)} />
          <Notice>{t("apply.submit.promise")}</Notice>
          <Actions>
            <Button kind="main" disabled={!page.maySubmit}>
              {t(page.submittedAt ? wordOfSubmittingAgain(page) : "apply.submit.button")}
            </Button>
            <LinkButton kind="quiet" to={paths.proposalPreview(page.id)}>
              {t("apply.preview.title")}
            </LinkButton>
          </Actions>
        </form>
      )}
    </Page>
  );
}

/** What reviewers would notice, or not get: it keeps nobody from submitting, and nobody from knowing it before. */
function LastLook({ findings, preview }: { findings: Findings | null; preview: string }) {
  const { t } = useText();
  if (!findings) return <Notice>{t("apply.submit.not_looked_at")}</Notice>;
  const { telling, unread, noted } = findings;
  const found = [
    telling > 0 ? t("apply.preview.found", { count: telling }) : null,
    unread > 0 ? t("apply.preview.unread", { count: unread }) : null,
    noted > 0 ? t("apply.preview.notes", { count: noted }) : null,
  ].filter((words) => words !== null);
  return found.map((words) => (
    <Notice kind="deadline" key={words} title={words}>
      <a href={preview}>{t("apply.submit.look_first")}</a>
    </Notice>
  ));
}
