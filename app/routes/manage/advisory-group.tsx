import { redirect } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { asManager } from "~/access/sides.server";
import { invitationForm } from "~/assignments/assignment.forms";
import { advisoryGroupOf } from "~/assignments/coverage.queries.server";
import { Invitation } from "~/assignments/invitation";
import { inviteReviewer } from "~/assignments/invite-reviewer.server";
import { MembersTable } from "~/assignments/members-table";
import { CallNav } from "~/calls/call-nav";
import { textsFor } from "~/calls/call-texts";
import { fromForm } from "~/forms/from-form";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "manage.advisory_group.title" };

export const loader = asManager(async ({ params, person, now, locale }) => {
  const { call, counts, members } = await advisoryGroupOf(person, params.slug ?? "", now);
  return { slug: call.slug, zone: call.zone, title: textsFor(call.texts, locale).texts.title, counts, members };
});

export const action = asManager(async ({ params, request, actor, now }) => {
  const slug = params.slug ?? "";
  await inviteReviewer(actor, slug, fromForm(invitationForm, await request.formData()), now);
  return redirect(`${paths.advisoryGroup(slug)}?invited=yes`, 303);
});

export default function AdvisoryGroup() {
  const { slug, zone, title, counts, members } = useLoaderData<typeof loader>();
  const [asked] = useSearchParams();
  const { t } = useText();
  const { problems } = useAnswer();
  return (
    <Page
      side="manage"
      title={t("manage.advisory_group.title")}
      lead={t("manage.advisory_group.lead")}
      call={title}
      notices={
        <>
          <ErrorSummary problems={problems} />
          {asked.get("invited") && problems.length === 0 ? (
            <Notice kind="saved">{t("manage.advisory_group.invited_now")}</Notice>
          ) : null}
        </>
      }
      wide
    >
      <CallNav slug={slug} current="advisory_group" counts={counts} />
      <MembersTable members={members} zone={zone} />
      <Invitation />
    </Page>
  );
}
