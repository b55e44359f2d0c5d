import { Badge } from "~/ui/badge";
import { DataTable } from "~/ui/data-table";
import { formatFixed, formatMoney } from "~/ui/formats";
import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";
import type { Ranked } from "./ranking";
import type { RankingRow } from "./ranking.queries.server";

type Props = { rows: Ranked<RankingRow>[]; currency: string; criteria: Record<string, string> };

/** The reviewed proposals of a call in order, with what is advised and what is decided. */
export function RankingTable({ rows, currency, criteria }: Props) {
  const { t, locale, find } = useText();
  const none = t("manage.ranking.none");
  const money = (minor: number | null) => (minor === null ? none : formatMoney(locale, { minor, currency }));
  const outcome = (word: string) => find(`manage.outcomes.${word}`) ?? word;
  const missed = (row: RankingRow) =>
    row.mean.missed.map((id) => (id === "total" ? t("manage.ranking.total") : (criteria[id] ?? id))).join(", ");
  return (
    <DataTable
      caption={t("manage.ranking.title")}
      captionUnseen
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: "rank", label: t("manage.ranking.rank"), numeric: true, cell: (row) => row.rank ?? none },
        {
          key: "proposal",
          label: t("manage.ranking.proposal"),
          names: true,
          cell: (row) => (
            <a href={paths.manageProposal(row.id)}>
              <bdi>{row.title}</bdi>
            </a>
          ),
        },
        { key: "packet", label: t("manage.ranking.packet"), cell: (row) => row.code },
        {
          key: "mean",
          label: t("manage.ranking.mean"),
          numeric: true,
          cell: (row) => (row.mean.mean === null ? none : formatFixed(locale, row.mean.mean, 2)),
        },
        {
          key: "reviews",
          label: t("manage.ranking.reviews"),
          numeric: true,
          cell: (row) => t("manage.ranking.reviews_of", { counting: row.mean.counting, assigned: row.assigned }),
        },
        {
          key: "thresholds",
          label: t("manage.ranking.thresholds"),
          cell: (row) => {
            if (row.mean.mean === null) return none;
            if (row.mean.missed.length === 0) return <Badge kind="good">{t("manage.ranking.met")}</Badge>;
            return <Badge kind="bad">{t("manage.ranking.missed", { which: missed(row) })}</Badge>;
          },
        },
        {
          key: "requested",
          label: t("manage.ranking.requested"),
          numeric: true,
          cell: (row) => money(row.requestedMinor),
        },
        {
          key: "recommended",
          label: t("manage.ranking.recommended"),
          cell: (row) =>
            row.recommended || row.state === "in_review" ? (
              <a href={paths.recommendation(row.id)}>
                {row.recommended ? outcome(row.recommended) : t("manage.ranking.record")}
              </a>
            ) : (
              none
            ),
        },
        {
          key: "decided",
          label: t("manage.ranking.decided"),
          // Nothing to follow until the advisory group has advised: the fund decides after it.
          cell: (row) =>
            row.decision || row.recommended ? (
              <a href={paths.decision(row.id)}>
                {row.decision ? outcome(row.decision.outcome) : t("manage.ranking.decide")}
                {row.decision?.amountMinor ? ` ${money(row.decision.amountMinor)}` : ""}
              </a>
            ) : (
              none
            ),
        },
      ]}
    />
  );
}
