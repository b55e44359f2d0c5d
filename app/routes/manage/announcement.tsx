import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asManager } from "~/access/sides.server";
import { CallNav } from "~/calls/call-nav";
import { textsFor } from "~/calls/call-texts";
import { announceGrantees } from "~/decisions/announce-grantees.server";
import { releaseDesk } from "~/decisions/release-desk.queries.server";
import { Button } from "~/ui/button";
import { formatMoney } from "~/ui/formats";
import { KeyFigures } from "~/ui/key-figures";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "manage.announcement.title" };

export const loader = asManager(async ({ params, person, now, locale }) => {
  const { call, counts, facts, announcedAt, awards, awardedMinor } = await releaseDesk(person, params.slug ?? "", now);
  return {
    slug: call.slug,
    title: textsFor(call.texts, locale).texts.title,
    counts,
    released: facts.releasedAt !== null,
    announcedAt,
    awards,
    awardedMinor,
    currency: call.currency,
  };
});

export const action = asManager(async ({ params, actor, person, now }) => {
  const { call } = await releaseDesk(person, params.slug ?? "", now);
  await announceGrantees(actor, call.id, now);
  return redirect(paths.announcement(call.slug), 303);
});

export default function Announcement() {
  const { slug, title, counts, released, announcedAt, awards, awardedMinor, currency } = useLoaderData<typeof loader>();
  const { t, locale } = useText();
  return (
    <Page side="manage" title={t("manage.announcement.title")} lead={t("manage.announcement.lead")} call={title} wide>
      <CallNav slug={slug} current="release" counts={counts} />
      {announcedAt ? (
        <Notice kind="saved">
          <p>{t("manage.announcement.done")}</p>
          <LinkButton to={paths.grantees()}>{t("manage.announcement.to_grantees")}</LinkButton>
        </Notice>
      ) : null}
      {!released ? <Notice>{t("manage.announcement.not_released")}</Notice> : null}
      {released && !announcedAt ? (
        <form method="post">
          <KeyFigures
            figures={[
              { label: t("manage.release.awards"), value: awards },
              {
                label: t("manage.release.amount"),
                value: formatMoney(locale, { minor: awardedMinor, currency }),
              },
            ]}
          />
          <Button kind="danger">{t("manage.announcement.act")}</Button>
        </form>
      ) : null}
    </Page>
  );
}
