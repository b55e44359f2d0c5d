import { useLoaderData } from "@remix-run/react";
import { asVisitor } from "~/access/sides.server";
import { firstPage } from "~/awards/first-page.queries.server";
import { LatestGrantees } from "~/awards/latest-grantees";
import { CallListing } from "~/calls/call-listing";
import { Actions } from "~/ui/actions";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { Section } from "~/ui/section";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "public.home.title" };

export const loader = asVisitor(({ locale, now }) => firstPage(locale, now));

const promises = ["how_blind", "how_independent", "how_public"] as const;

export default function Home() {
  const { open, funded } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page side="public" title={t("public.home.title")} lead={t("public.home.lead")}>
      <Section title={t("public.home.open_calls")}>
        {open.length > 0 ? (
          <CallListing calls={open} />
        ) : (
          <EmptyState title={t("public.home.no_open_calls")}>{t("public.home.no_open_calls_about")}</EmptyState>
        )}
      </Section>
      <LatestGrantees grantees={funded} />
      <Section title={t("public.home.how_it_works")}>
        <ul>
          {promises.map((promise) => (
            <li key={promise}>{t(`public.home.${promise}`)}</li>
          ))}
        </ul>
        <Actions>
          <LinkButton to={paths.calls()}>{t("public.home.see_calls")}</LinkButton>
        </Actions>
      </Section>
    </Page>
  );
}
