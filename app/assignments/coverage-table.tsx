import { reviewsWanted } from "~/calls/waiting";
import { Badge } from "~/ui/badge";
import { DataTable } from "~/ui/data-table";
import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";

export type CoverageRow = {
  id: string;
  code: string;
  title: string;
  theme: string | null;
  asked: number;
  locked: number;
  conflicts: number;
};

/** Packets and their reviewers, counted. */
export function CoverageTable({ rows, themes }: { rows: CoverageRow[]; themes: Record<string, string> }) {
  const { t } = useText();
  const none = t("manage.proposals.none");
  return (
    <DataTable
      caption={t("manage.assigning.coverage")}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: "code", label: t("manage.assigning.packet"), cell: ({ code }) => <code>{code}</code> },
        {
          key: "title",
          label: t("manage.assigning.proposal"),
          cell: ({ id, title }) => (
            <a href={paths.proposalAssignments(id)} dir="auto">
              {title || t("manage.proposals.untitled")}
            </a>
          ),
        },
        {
          key: "theme",
          label: t("manage.assigning.theme"),
          cell: ({ theme }) => (theme ? (themes[theme] ?? theme) : none),
        },
        {
          key: "asked",
          label: t("manage.assigning.asked"),
          cell: ({ asked }) => (
            <Badge kind={asked >= reviewsWanted ? "good" : "waiting"}>
              {t("manage.assigning.of_wanted", { count: asked, wanted: reviewsWanted })}
            </Badge>
          ),
        },
        {
          key: "locked",
          label: t("manage.assigning.locked"),
          numeric: true,
          cell: ({ asked, locked }) => t("common.progress.of", { done: locked, total: asked }),
        },
        { key: "conflicts", label: t("manage.assigning.conflicts"), numeric: true, cell: ({ conflicts }) => conflicts },
      ]}
    />
  );
}
