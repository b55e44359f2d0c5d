import { redirect } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { asManager } from "~/access/sides.server";
import { remindReviewers } from "~/assignments/remind-reviewers.server";
import { CallNav } from "~/calls/call-nav";
import { textsFor } from "~/calls/call-texts";
import { progressOfCall, type ReviewerProgress } from "~/reviews/progress.queries.server";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { Moment } from "~/ui/moment";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { ProgressBar } from "~/ui/progress-bar";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "manage.progress.title" };

export const loader = asManager(async ({ params, person, now, locale }) => {
  const { call, ...progress } = await progressOfCall(person, params.slug ?? "", now);
  return { slug: call.slug, zone: call.zone, title: textsFor(call.texts, locale).texts.title, ...progress };
});

export const action = asManager(async ({ params, actor, person, now }) => {
  const { call } = await progressOfCall(person, params.slug ?? "", now);
  const reminded = await remindReviewers(actor, call.id, now);
  return redirect(`${paths.progress(call.slug)}?reminded=${reminded ?? "uncounted"}`, 303);
});

export default function Progress() {
  const { slug, zone, title, counts, reviewers, closed, whole } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { t } = useText();
  const sum = (key: "locked" | "open") => reviewers.reduce((total, row) => total + row[key], 0);
  const asked = sum("locked") + sum("open");
  const reminded = search.get("reminded");
  // Who does not see the whole call does not see either whether somebody waits to be reminded.
  const remindable = !closed && reviewers.length > 0 && (!whole || sum("open") > 0);
  return (
    <Page
      side="manage"
      title={t("manage.progress.title")}
      lead={t("manage.progress.lead")}
      call={title}
      wide
      notices={
        reminded === "0" ? (
          <Notice>{t("manage.progress.just_reminded")}</Notice>
        ) : reminded === "uncounted" ? (
          <Notice kind="saved">{t("manage.progress.reminded_uncounted")}</Notice>
        ) : reminded ? (
          <Notice kind="saved">{t("manage.progress.reminded", { count: Number(reminded) })}</Notice>
        ) : null
      }
    >
      <CallNav slug={slug} current="progress" counts={counts} />
      {reviewers.length === 0 ? (
        <EmptyState
          title={t("manage.progress.empty")}
          action={<LinkButton to={paths.advisoryGroup(slug)}>{t("manage.assigning.to_group")}</LinkButton>}
        >
          {t("manage.progress.empty_about")}
        </EmptyState>
      ) : (
        <>
          {asked > 0 ? <ProgressBar label={t("manage.progress.locked_of")} done={sum("locked")} total={asked} /> : null}
          <ReviewersTable reviewers={reviewers} zone={zone} />
        </>
      )}
      {closed && sum("open") > 0 ? <Notice>{t("manage.progress.closed")}</Notice> : null}
      {remindable ? (
        <form method="post">
          <Button>{t("manage.progress.remind")}</Button>
          <p className="field-hint">{t("manage.progress.remind_hint")}</p>
        </form>
      ) : null}
      {reviewers.length > 0 && sum("open") === 0 ? (
        <p>{t(whole ? "manage.progress.nobody" : "manage.progress.nobody_counted")}</p>
      ) : null}
    </Page>
  );
}

function ReviewersTable({ reviewers, zone }: { reviewers: ReviewerProgress[]; zone: string }) {
  const { t } = useText();
  return (
    <DataTable
      caption={t("manage.progress.title")}
      captionUnseen
      rows={reviewers}
      rowKey={(row) => row.ref}
      columns={[
        { key: "reviewer", label: t("manage.progress.reviewer"), cell: (row) => <bdi>{row.name}</bdi> },
        {
          key: "agreement",
          label: t("manage.progress.agreement"),
          cell: (row) => (
            <Badge kind={row.agreed ? "good" : "waiting"}>
              {t(`manage.progress.${row.agreed ? "agreed" : "not_agreed"}`)}
            </Badge>
          ),
        },
        {
          key: "locked",
          label: t("manage.progress.locked"),
          numeric: true,
          cell: (row) => t("common.progress.of", { done: row.locked, total: row.locked + row.open }),
        },
        { key: "open", label: t("manage.progress.open"), numeric: true, cell: (row) => row.open },
        { key: "recused", label: t("manage.progress.recused"), numeric: true, cell: (row) => row.recused },
        {
          key: "due",
          label: t("manage.progress.due"),
          cell: (row) => (
            <>
              {row.firstDueAt ? <Moment at={row.firstDueAt} zone={zone} /> : t("manage.ranking.none")}{" "}
              {row.late ? <Badge kind="bad">{t("manage.progress.late")}</Badge> : null}
            </>
          ),
        },
      ]}
    />
  );
}
