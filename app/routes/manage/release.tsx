import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asManager } from "~/access/sides.server";
import { CallNav } from "~/calls/call-nav";
import { textsFor } from "~/calls/call-texts";
import { releaseForm } from "~/decisions/decision.forms";
import { releaseDecisions } from "~/decisions/release-decisions.server";
import { ReleaseDesk } from "~/decisions/release-desk";
import { releaseDesk } from "~/decisions/release-desk.queries.server";
import { fromForm } from "~/forms/from-form";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "manage.release.title" };

export const loader = asManager(async ({ params, person, now, locale }) => {
  const { call, counts, facts, ...sums } = await releaseDesk(person, params.slug ?? "", now);
  const { preparedBy, ...known } = facts;
  return {
    slug: call.slug,
    title: textsFor(call.texts, locale).texts.title,
    currency: call.currency,
    budgetMinor: call.budgetMinor,
    counts,
    ...known,
    ...sums,
    prepared:
      preparedBy === null ? ("no" as const) : preparedBy === person ? ("by_you" as const) : ("by_another" as const),
  };
});

export const action = asManager(async ({ params, request, actor, person, now }) => {
  const { call } = await releaseDesk(person, params.slug ?? "", now);
  const { preparedAt } = fromForm(releaseForm, await request.formData());
  await releaseDecisions(actor, call.id, preparedAt, now);
  return redirect(paths.release(call.slug), 303);
});

export default function Release() {
  const desk = useLoaderData<typeof loader>();
  const { t } = useText();
  const { refused } = useAnswer();
  return (
    <Page
      side="manage"
      title={t("manage.release.title")}
      lead={t("manage.release.lead")}
      call={desk.title}
      wide
      notices={refused ? <Notice kind="error" title={refused} /> : null}
    >
      <CallNav slug={desk.slug} current="release" counts={desk.counts} />
      <ReleaseDesk desk={desk} />
    </Page>
  );
}
