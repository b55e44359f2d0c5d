import { useLoaderData } from "@remix-run/react";
import { asManager } from "~/access/sides.server";
import { CallFunnel } from "~/calls/call-funnel";
import { CallNav } from "~/calls/call-nav";
import { textsFor } from "~/calls/call-texts";
import { callAtAGlance } from "~/calls/managed-calls.queries.server";
import { Deadline } from "~/ui/deadline";
import { DefinitionList } from "~/ui/definition-list";
import { formatMoney } from "~/ui/formats";
import { KeyFigures } from "~/ui/key-figures";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { Section } from "~/ui/section";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: (_reader, data: { title: string }) => data.title };

export const loader = asManager(async ({ params, person, now, locale }) => {
  const { call, ...counted } = await callAtAGlance(person, params.slug ?? "");
  const { texts, id: _, themes: __, graceMinutes: ___, ...facts } = call;
  return { ...facts, ...counted, title: textsFor(texts, locale).texts.title, closed: call.closesAt <= now };
});

export default function Call() {
  const { slug, title, counts, funnel, sums, closed, released, zone, currency, ...call } =
    useLoaderData<typeof loader>();
  const { t, locale } = useText();
  const money = (minor: number) => formatMoney(locale, { minor, currency });
  return (
    <Page
      side="manage"
      title={title}
      wide
      actions={
        <LinkButton to={paths.call(slug)} kind="quiet">
          {t("manage.call.public_page")}
        </LinkButton>
      }
    >
      <CallNav slug={slug} current="overview" counts={counts} />
      <Section title={t("manage.call.how_far")}>
        <CallFunnel funnel={funnel} closed={closed} released={released} />
      </Section>
      <Section title={t("manage.call.money")}>
        <KeyFigures
          figures={[
            { label: t("manage.call.requested"), value: money(sums.requestedMinor) },
            { label: t("manage.call.budget"), value: money(call.budgetMinor) },
            {
              label: t(released ? "manage.call.awarded" : "manage.call.awarded_sealed"),
              value: money(sums.awardedMinor),
            },
            { label: t("manage.call.remaining"), value: money(call.budgetMinor - sums.awardedMinor) },
            {
              label: t("manage.call.range"),
              value: t("manage.call.range_value", { least: money(call.floorMinor), most: money(call.ceilingMinor) }),
            },
          ]}
        />
      </Section>
      <Section title={t("manage.call.dates")}>
        <DefinitionList
          items={[
            { term: t("manage.call.opens"), value: <Deadline at={call.opensAt} zone={zone} kind="none" /> },
            { term: t("manage.call.closes"), value: <Deadline at={call.closesAt} zone={zone} kind="none" /> },
            {
              term: t("manage.call.scoring_closes"),
              value: <Deadline at={call.scoringClosesAt} zone={zone} kind="none" />,
            },
          ]}
        />
      </Section>
    </Page>
  );
}
