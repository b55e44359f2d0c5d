import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { ErrorSummary } from "~/ui/error-summary";
import { formatFixed } from "~/ui/formats";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { Paragraphs } from "~/ui/paragraphs";
import { paths } from "~/ui/paths";
import { Section } from "~/ui/section";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";
import type { CriterionOnSheet, LockSummary } from "./packet-page";

/** What will be locked, in one table, before the button that locks it. */
export function SheetSummary({ summary }: { summary: LockSummary }) {
  const { t, locale, find } = useText();
  const { problems } = useAnswer();
  const titleOf = (field: string) => {
    if (field === "to_advisory_group" || field === "to_applicant") return t(`review.packet.${field}`);
    return summary.criteria.find(({ id }) => field === `score-${id}`)?.title ?? field;
  };
  const missing = Object.entries(summary.missing).map(([field, reason]) => ({
    field,
    message: find(`errors.reasons.${reason}`) ?? reason,
  }));
  const onSheet = (problems.length > 0 ? problems : missing).map(({ field, message }) => ({
    field,
    message,
    label: titleOf(field),
  }));
  const score = (criterion: CriterionOnSheet) => {
    if (criterion.value !== null) return criterion.value;
    return criterion.unableBecause
      ? t("review.lock.unable", { because: criterion.unableBecause })
      : t("review.lock.missing");
  };
  return (
    <>
      <ErrorSummary problems={onSheet} title={t("review.lock.unfinished")} />
      <DataTable
        caption={summary.title}
        rows={summary.criteria}
        rowKey={(criterion) => criterion.id}
        columns={[
          {
            key: "criterion",
            label: t("review.lock.criterion"),
            cell: (criterion) => <span id={`score-${criterion.id}`}>{criterion.title}</span>,
          },
          {
            key: "weight",
            label: t("review.lock.weight"),
            numeric: true,
            cell: (criterion) => `${criterion.weight} %`,
          },
          { key: "score", label: t("review.lock.score"), numeric: true, cell: score },
        ]}
      />
      <p>
        {summary.mean === null ? (
          t("review.lock.no_mean")
        ) : (
          <>
            {t("review.lock.mean")}: <strong className="numbers">{formatFixed(locale, summary.mean, 2)}</strong>
          </>
        )}
      </p>
      <Section title={t("review.packet.to_advisory_group")} id="to_advisory_group">
        <Paragraphs text={summary.toAdvisoryGroup} />
      </Section>
      <Section title={t("review.packet.to_applicant")} id="to_applicant">
        {summary.namesHer ? <Notice kind="error" title={t("review.lock.names_you")} /> : null}
        <Paragraphs text={summary.toApplicant} />
      </Section>
      <LockOrBack summary={summary} />
    </>
  );
}

/** The button that locks stands only where it would work; otherwise the way back to what is missing. */
function LockOrBack({ summary }: { summary: LockSummary }) {
  const { t } = useText();
  const packet = paths.packet(summary.code);
  if (summary.lockedAt || summary.closed) return <LinkButton to={packet}>{t("review.lock.back_locked")}</LinkButton>;
  if (Object.keys(summary.missing).length > 0)
    return <LinkButton to={`${packet}#sheet`}>{t("review.lock.back")}</LinkButton>;
  return (
    <form method="post">
      <Actions>
        <Button kind="main">{t("review.lock.act")}</Button>
        <LinkButton kind="quiet" to={packet}>
          {t("review.lock.back")}
        </LinkButton>
      </Actions>
    </form>
  );
}
