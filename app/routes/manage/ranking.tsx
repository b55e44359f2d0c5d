import { useLoaderData } from "@remix-run/react";
import { asManager } from "~/access/sides.server";
import { CallNav } from "~/calls/call-nav";
import { textsFor } from "~/calls/call-texts";
import { rankingOfCall } from "~/reviews/ranking.queries.server";
import { RankingTable } from "~/reviews/ranking-table";
import { EmptyState } from "~/ui/empty-state";
import { formatMoney } from "~/ui/formats";
import { KeyFigures } from "~/ui/key-figures";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "manage.ranking.title" };

export const loader = asManager(async ({ params, person, locale }) => {
  const { call, counts, rows, awardedMinor } = await rankingOfCall(person, params.slug ?? "");
  const { texts } = textsFor(call.texts, locale);
  const criteria = Object.fromEntries(call.rubric.criteria.map(({ id }) => [id, texts.criteria[id]?.title ?? id]));
  return {
    slug: call.slug,
    title: texts.title,
    currency: call.currency,
    budgetMinor: call.budgetMinor,
    awardedMinor,
    criteria,
    counts,
    rows,
  };
});

export default function Ranking() {
  const { slug, title, currency, budgetMinor, awardedMinor, criteria, counts, rows } = useLoaderData<typeof loader>();
  const { t, locale } = useText();
  const money = (minor: number) => formatMoney(locale, { minor, currency });
  const undecided = rows.filter((row) => row.state === "in_review" && !row.decision).length;
  const counting = rows.reduce((sum, row) => sum + row.mean.counting, 0);
  const asked = rows.reduce((sum, row) => sum + row.assigned, 0);
  return (
    <Page side="manage" title={t("manage.ranking.title")} lead={t("manage.ranking.lead")} call={title} wide>
      <CallNav slug={slug} current="ranking" counts={counts} />
      {undecided > 0 && counting < asked ? (
        <Notice>{t("manage.ranking.provisional", { counting, asked })}</Notice>
      ) : null}
      <KeyFigures
        figures={[
          { label: t("manage.ranking.budget"), value: money(budgetMinor) },
          { label: t("manage.ranking.awarded"), value: money(awardedMinor) },
          { label: t("manage.ranking.left"), value: money(budgetMinor - awardedMinor) },
          {
            label: t("manage.ranking.undecided"),
            value: t("common.progress.of", { done: undecided, total: rows.length }),
          },
        ]}
      />
      {rows.length > 0 ? (
        <RankingTable rows={rows} currency={currency} criteria={criteria} />
      ) : (
        <EmptyState
          title={t("manage.ranking.empty")}
          action={<LinkButton to={paths.manageProposals(slug)}>{t("manage.proposals.see")}</LinkButton>}
        >
          {t("manage.ranking.empty_about")}
        </EmptyState>
      )}
    </Page>
  );
}
