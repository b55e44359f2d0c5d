import { useLoaderData } from "@remix-run/react";
import { asVisitor } from "~/access/sides.server";
import { CallListing } from "~/calls/call-listing";
import { publicCalls } from "~/calls/public-calls.queries.server";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { Section } from "~/ui/section";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "public.calls.title" };

export const loader = asVisitor(async ({ locale, now }) => ({ calls: await publicCalls(locale, now) }));

const groups = [
  { phase: "open", title: "public.calls.open" },
  { phase: "coming", title: "public.calls.upcoming" },
  { phase: "closed", title: "public.calls.past" },
] as const;

export default function Calls() {
  const { calls } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page side="public" title={t("public.calls.title")}>
      {calls.length === 0 ? (
        <EmptyState title={t("public.home.no_open_calls")}>{t("public.home.no_open_calls_about")}</EmptyState>
      ) : null}
      {groups.map(({ phase, title }) => {
        const those = calls.filter((call) => call.phase === phase);
        return those.length === 0 ? null : (
          <Section key={phase} title={t(title)}>
            <CallListing calls={those} />
          </Section>
        );
      })}
    </Page>
  );
}
