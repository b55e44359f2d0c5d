import { useLoaderData } from "@remix-run/react";
import { asVisitor } from "~/access/sides.server";
import { matchingGrantees } from "~/awards/grantee-search";
import { grantees } from "~/awards/grantees.queries.server";
import { GranteesTable } from "~/awards/grantees-table";
import { FilterBar } from "~/ui/filter-bar";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { TextField } from "~/ui/text-field";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "public.grantees.title" };

export const loader = asVisitor(async ({ request, locale }) => {
  const asked = new URL(request.url).searchParams.get("search") ?? "";
  const search = asked.replaceAll("\0", "").trim().slice(0, 100);
  return { search, rows: matchingGrantees(await grantees(locale), search, locale) };
});

export default function Grantees() {
  const { rows, search } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page side="public" title={t("public.grantees.title")} lead={t("public.grantees.lead")} wide>
      <FilterBar action={paths.grantees()} submit={t("public.grantees.search_act")}>
        <TextField name="search" type="search" label={t("public.grantees.search")} defaultValue={search} />
      </FilterBar>
      <GranteesTable rows={rows} none={t(search ? "public.grantees.none_found" : "public.grantees.none")} />
      {rows.length > 0 || search ? (
        <p>
          <a href={paths.openData()}>{t("public.grantees.open_data")}</a>
        </p>
      ) : null}
    </Page>
  );
}
