import { useLoaderData } from "@remix-run/react";
import { asManager } from "~/access/sides.server";
import { coverageOfCall } from "~/assignments/coverage.queries.server";
import { coveragePageSize } from "~/assignments/coverage-page";
import { CoverageTable } from "~/assignments/coverage-table";
import { CallNav } from "~/calls/call-nav";
import { textsFor } from "~/calls/call-texts";
import { BarRows } from "~/ui/bar-rows";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Pagination } from "~/ui/pagination";
import { paths } from "~/ui/paths";
import { ProgressBar } from "~/ui/progress-bar";
import { Section } from "~/ui/section";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "manage.assigning.board_title" };

export const loader = asManager(async ({ params, request, person, now, locale }) => {
  const asked = Number.parseInt(new URL(request.url).searchParams.get("page") ?? "1", 10);
  const page = asked > 0 ? Math.min(asked, 10_000) : 1;
  const { call, members, ...board } = await coverageOfCall(person, params.slug ?? "", page, now);
  const { texts } = textsFor(call.texts, locale);
  const loads = members
    .map(({ name, load, locked }) => ({ name, load, locked }))
    .sort((one, other) => other.load - one.load);
  const themes = Object.fromEntries(call.themes.map((id) => [id, texts.themes[id]?.title ?? id]));
  return { slug: call.slug, title: texts.title, page, themes, loads, ...board };
});

export default function Assignments() {
  const { slug, title, page, counts, rows, packets, covered, loads, themes } = useLoaderData<typeof loader>();
  const { t } = useText();
  const asked = loads.reduce((sum, { load }) => sum + load, 0);
  return (
    <Page
      side="manage"
      title={t("manage.assigning.board_title")}
      lead={t("manage.assigning.board_lead")}
      call={title}
      wide
    >
      <CallNav slug={slug} current="assignments" counts={counts} />
      {packets === 0 ? (
        <EmptyState
          title={t("manage.assigning.no_packets_title")}
          action={<LinkButton to={paths.manageProposals(slug)}>{t("manage.proposals.see")}</LinkButton>}
        >
          {t("manage.assigning.no_packets")}
        </EmptyState>
      ) : (
        <>
          <ProgressBar label={t("manage.assigning.covered")} done={covered} total={packets} />
          <CoverageTable rows={rows} themes={themes} />
          <Pagination
            page={page}
            pages={Math.ceil(packets / coveragePageSize)}
            to={(number) => `${paths.assignments(slug)}?page=${number}`}
          />
        </>
      )}
      {loads.length > 0 ? (
        <Section title={t("manage.assigning.loads")}>
          <BarRows
            finding={t("manage.assigning.loads_finding", { count: asked, members: loads.length })}
            labels={{ row: t("manage.assigning.reviewer"), value: t("manage.assigning.load") }}
            bars={loads.map(({ name, load, locked }) => ({
              label: <bdi>{name}</bdi>,
              value: load,
              words: t("manage.assigning.load_of", { locked, load }),
            }))}
          />
        </Section>
      ) : null}
    </Page>
  );
}
