import { DataTable } from "~/ui/data-table";
import { countryName, formatMoney } from "~/ui/formats";
import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";
import type { Grantee } from "./grantees.queries.server";

/** Who is funded, for what and with how much. */
export function GranteesTable({ rows, none }: { rows: Grantee[]; none: string }) {
  const { t, locale } = useText();
  return (
    <DataTable
      caption={t("public.grantees.caption")}
      rows={rows}
      rowKey={(row) => row.reference}
      empty={none}
      columns={[
        {
          key: "title",
          label: t("public.grantees.title_column"),
          cell: (row) => (
            <>
              <bdi>{row.title}</bdi>
              <br />
              <small>{row.themeTitle}</small>
            </>
          ),
        },
        {
          key: "institution",
          label: t("public.grantees.institution"),
          cell: (row) => (
            <>
              <bdi>{row.institution.name}</bdi>
              <br />
              <small>{countryName(locale, row.institution.country)}</small>
            </>
          ),
        },
        {
          key: "awarded",
          label: t("public.grantees.awarded"),
          numeric: true,
          cell: (row) => formatMoney(locale, { minor: row.amountMinor, currency: row.currency }),
        },
        {
          key: "call",
          label: t("public.grantees.call"),
          cell: (row) => <a href={paths.call(row.call.slug)}>{row.call.title}</a>,
        },
      ]}
    />
  );
}
