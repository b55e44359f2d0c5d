import { useLoaderData } from "@remix-run/react";
import { asManager } from "~/access/sides.server";
import { CallNav } from "~/calls/call-nav";
import { textsFor } from "~/calls/call-texts";
import { proposalsOfCall } from "~/proposals/managed-proposals.queries.server";
import { askedAgain, listedStates, pageSize, proposalsAsked } from "~/proposals/proposals-asked";
import { ProposalsTable } from "~/proposals/proposals-table";
import { FilterBar } from "~/ui/filter-bar";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Pagination } from "~/ui/pagination";
import { paths } from "~/ui/paths";
import { SelectField } from "~/ui/select-field";
import { TextField } from "~/ui/text-field";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "manage.proposals.title" };

export const loader = asManager(async ({ params, request, person, now, locale }) => {
  const asked = proposalsAsked(new URL(request.url).searchParams);
  const { call, counts, rows, total } = await proposalsOfCall(person, params.slug ?? "", asked, now);
  const { texts } = textsFor(call.texts, locale);
  const themes = Object.fromEntries(call.themes.map((id) => [id, texts.themes[id]?.title ?? id]));
  const { slug, zone, currency } = call;
  return { title: texts.title, counts, asked, table: { slug, zone, currency, total, rows, themes } };
});

export default function Proposals() {
  const { title, counts, asked, table } = useLoaderData<typeof loader>();
  const { t } = useText();
  const to = (page: number) => paths.manageProposals(table.slug, askedAgain(asked, { page }));
  return (
    <Page side="manage" title={t("manage.proposals.title")} lead={t("manage.proposals.lead")} call={title} wide>
      <CallNav slug={table.slug} current="proposals" counts={counts} />
      <FilterBar action={paths.manageProposals(table.slug)} submit={t("manage.proposals.filter")}>
        <SelectField
          name="state"
          label={t("manage.proposals.filter_state")}
          empty={t("manage.proposals.all_states")}
          defaultValue={asked.state ?? ""}
          options={listedStates.map((state) => ({ value: state, label: t(`manage.proposals.states.${state}`) }))}
        />
        <SelectField
          name="theme"
          label={t("manage.proposals.filter_theme")}
          empty={t("manage.proposals.all_themes")}
          defaultValue={asked.theme ?? ""}
          options={Object.entries(table.themes).map(([value, label]) => ({ value, label }))}
        />
        <TextField
          name="text"
          type="search"
          label={t("manage.proposals.filter_text")}
          defaultValue={asked.text}
          dir="auto"
        />
      </FilterBar>
      <ProposalsTable table={table} asked={asked} />
      <Pagination page={asked.page} pages={Math.ceil(table.total / pageSize)} to={to} />
      {table.total === 0 && counts.proposals > 0 ? (
        <LinkButton to={paths.manageProposals(table.slug)}>{t("manage.proposals.everything")}</LinkButton>
      ) : null}
    </Page>
  );
}
