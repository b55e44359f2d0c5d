import { DataTable } from "~/ui/data-table";
import { countryName, formatMoney } from "~/ui/formats";
import { Moment } from "~/ui/moment";
import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";
import type { ManagedRow } from "./managed-proposals.queries.server";
import { askedAgain, type ProposalsAsked, pageSize, type SortColumn } from "./proposals-asked";
import { StateBadge } from "./state-badge";

type Table = {
  slug: string;
  zone: string;
  currency: string;
  total: number;
  rows: ManagedRow[];
  themes: Record<string, string>;
};

/** Proposals of a call, by the columns that say nothing about who applies; the rest stands beside, disclosed. */
export function ProposalsTable({ table, asked }: { table: Table; asked: ProposalsAsked }) {
  const { t, locale } = useText();
  const { slug, zone, currency, total, rows, themes } = table;
  const none = t("manage.proposals.none");
  const sort = (column: SortColumn) => {
    const current = asked.sort === column;
    const descending = current ? !asked.descending : false;
    return {
      to: paths.manageProposals(slug, askedAgain(asked, { sort: column, descending })),
      direction: current ? (asked.descending ? ("descending" as const) : ("ascending" as const)) : undefined,
    };
  };
  const from = (asked.page - 1) * pageSize + 1;
  return (
    <DataTable
      caption={
        total > pageSize
          ? t("manage.proposals.caption_all", { from, to: from + rows.length - 1, total })
          : t("manage.proposals.caption", { count: total })
      }
      rows={rows}
      rowKey={(row) => row.id}
      empty={t("manage.proposals.empty")}
      columns={[
        {
          key: "title",
          label: t("manage.proposals.columns.title"),
          sort: sort("title"),
          cell: (row) => (
            <a href={paths.manageProposal(row.id)} dir="auto">
              {row.title || t("manage.proposals.untitled")}
            </a>
          ),
        },
        {
          key: "theme",
          label: t("manage.proposals.columns.theme"),
          sort: sort("theme"),
          cell: (row) => (row.theme ? (themes[row.theme] ?? row.theme) : none),
        },
        {
          key: "state",
          label: t("manage.proposals.columns.state"),
          sort: sort("state"),
          cell: (row) => <StateBadge state={row.state} />,
        },
        {
          key: "institution",
          label: t("manage.proposals.columns.institution"),
          cell: (row) => <bdi>{row.institution ?? none}</bdi>,
        },
        {
          key: "country",
          label: t("manage.proposals.columns.country"),
          cell: (row) => (row.country ? countryName(locale, row.country) : none),
        },
        {
          key: "requested",
          label: t("manage.proposals.columns.requested"),
          numeric: true,
          sort: sort("requested"),
          cell: (row) =>
            row.requestedMinor === null ? none : formatMoney(locale, { minor: row.requestedMinor, currency }),
        },
        {
          key: "submitted",
          label: t("manage.proposals.columns.submitted"),
          sort: sort("submitted"),
          cell: (row) => (row.submittedAt ? <Moment at={row.submittedAt} zone={zone} style="short" /> : none),
        },
      ]}
    />
  );
}
