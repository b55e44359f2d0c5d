import { Actions } from "~/ui/actions";
import { Deadline } from "~/ui/deadline";
import { Disclosure } from "~/ui/disclosure";
import { LinkButton } from "~/ui/link-button";
import { Moment } from "~/ui/moment";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { paths } from "~/ui/paths";
import { ProgressBar } from "~/ui/progress-bar";
import { Section } from "~/ui/section";
import { TimeLeft } from "~/ui/time-left";
import { useText } from "~/ui/use-text";
import { MissingAnswers } from "./missing-answers";
import type { Desk } from "./proposal-desk.server";
import { SectionList } from "./section-list";
import { StatusBadge } from "./status-badge";
import { TakeUpForm } from "./take-up-form";

/** One's own proposal: where it stands, what is expected, by when, and what happens next. */
export function ProposalDesk({ desk }: { desk: Desk }) {
  const { t } = useText();
  const unchanged = desk.submittedAt !== null && !desk.changedSinceSubmission;
  return (
    <Page
      side="apply"
      title={<bdi>{desk.title || t("apply.list.untitled")}</bdi>}
      above={<StatusBadge status={desk.status} />}
      lead={t(`apply.next.${desk.status}`)}
      call={desk.callTitle}
      crumbs={[{ label: t("apply.list.title"), to: paths.apply() }, { label: desk.title || t("apply.list.untitled") }]}
      timeLeft={desk.out && !desk.mayTakeUp ? undefined : <TimeLeft at={desk.closesAt} zone={desk.zone} />}
      notices={<DeskNotices desk={desk} />}
    >
      {desk.open && !desk.out ? <Deadline at={desk.closesAt} zone={desk.zone} /> : null}
      {desk.out ? null : (
        <ProgressBar
          label={t("apply.tasks.done")}
          done={desk.percent}
          total={100}
          words={t("apply.tasks.percent", { percent: desk.percent })}
        />
      )}
      {desk.missing.length > 0 ? (
        <Disclosure summary={t("apply.tasks.missing", { count: desk.missing.length })}>
          <MissingAnswers desk={desk} />
        </Disclosure>
      ) : null}
      <SectionList proposal={desk.id} sections={desk.sections} level={2} />
      <Section title={t("apply.tasks.what_next")}>
        <Actions>
          {desk.mayTakeUp ? <TakeUpForm proposal={desk.id} /> : null}
          {desk.maySubmit ? (
            <LinkButton kind={unchanged ? "quiet" : "main"} to={paths.submission(desk.id)}>
              {t(desk.submittedAt ? wordOfSubmittingAgain(desk) : "apply.tasks.check_and_submit")}
            </LinkButton>
          ) : null}
          <LinkButton kind="quiet" to={paths.proposalPreview(desk.id)}>
            {t("apply.preview.title")}
          </LinkButton>
          {desk.reference ? (
            <LinkButton kind="quiet" to={paths.receipt(desk.id)}>
              {t("apply.receipt.show")}
            </LinkButton>
          ) : null}
          {desk.status === "decided" || desk.status === "not_eligible" ? (
            <LinkButton kind="main" to={paths.decisionLetter(desk.id)}>
              {t("apply.decision.title")}
            </LinkButton>
          ) : null}
        </Actions>
        {desk.mayWithdraw ? (
          <p>
            <a href={paths.withdrawal(desk.id)}>{t("apply.withdraw.title")}</a>
          </p>
        ) : null}
        {desk.mayDiscard ? (
          <p>
            <a href={paths.discard(desk.id)}>{t("apply.discard.title")}</a>
          </p>
        ) : null}
      </Section>
    </Page>
  );
}

/** What submitting again is called: of a proposal that changed since, or of one that did not. */
export const wordOfSubmittingAgain = ({ changedSinceSubmission }: { changedSinceSubmission: boolean }) =>
  changedSinceSubmission ? "apply.submit.again" : "apply.submit.once_more";

function DeskNotices({ desk }: { desk: Desk }) {
  const { t } = useText();
  return (
    <>
      {desk.submittedAt && desk.status === "submitted" ? (
        <Notice kind="saved" title={t("apply.receipt.title")}>
          <Moment at={desk.submittedAt} zone={desk.zone} />
        </Notice>
      ) : null}
      {desk.changedSinceSubmission && desk.open ? (
        <Notice kind="deadline">{t("apply.submit.changed_since")}</Notice>
      ) : null}
    </>
  );
}
