import { useLoaderData } from "@remix-run/react";
import { asManager } from "~/access/sides.server";
import { letterLife } from "~/notifications/letter.states";
import { lettersDesk } from "~/notifications/letters-desk.server";
import { LettersTable } from "~/notifications/letters-table";
import { FilterBar } from "~/ui/filter-bar";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Pagination } from "~/ui/pagination";
import { paths } from "~/ui/paths";
import { SelectField } from "~/ui/select-field";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "manage.letters.title" };

const mostPages = 10_000;

export const loader = asManager(async ({ request, person, now }) => {
  const asked = new URL(request.url).searchParams;
  const page = Math.min(mostPages, Math.max(1, Number.parseInt(asked.get("page") ?? "1", 10) || 1));
  const state = asked.get("state") ?? "";
  return { ...(await lettersDesk(person, { state, page }, now)), state, page };
});

export default function Letters() {
  const { letters, pages, page, state } = useLoaderData<typeof loader>();
  const { t, find } = useText();
  return (
    <Page side="manage" title={t("manage.letters.title")} lead={t("manage.letters.lead")} wide>
      <FilterBar action={paths.letters()} submit={t("manage.letters.filter")}>
        <SelectField
          name="state"
          label={t("manage.letters.filter_state")}
          defaultValue={state}
          empty={t("manage.letters.all_states")}
          options={Object.keys(letterLife).map((value) => ({
            value,
            label: find(`manage.letters.states.${value}`) ?? value,
          }))}
        />
      </FilterBar>
      <LettersTable letters={letters} />
      <Pagination
        page={page}
        pages={pages}
        to={(number) => `${paths.letters()}?state=${encodeURIComponent(state)}&page=${number}`}
      />
    </Page>
  );
}
