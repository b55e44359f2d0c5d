import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asApplicant } from "~/access/sides.server";
import { fromForm } from "~/forms/from-form";
import { bringVersionBack } from "~/proposals/bring-version-back.server";
import { earlierVersions } from "~/proposals/earlier-versions.server";
import { broughtBackForm } from "~/proposals/section.forms";
import { VersionsList } from "~/proposals/versions-list";
import { Actions } from "~/ui/actions";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = {
  title: ({ t }, data: { label: string }) => t("apply.versions.title", { question: data.label }),
};

export const loader = asApplicant(({ params, actor, locale, now }) =>
  earlierVersions(actor, params.proposal ?? "", params.question ?? "", locale, now),
);

export const action = asApplicant(async ({ params, request, actor, locale, now }) => {
  const { proposal: id = "", question = "" } = params;
  await bringVersionBack(actor, id, question, fromForm(broughtBackForm, await request.formData()), now);
  const { section } = await earlierVersions(actor, id, question, locale, now);
  return redirect(`${paths.proposalSection(id, section)}#${encodeURIComponent(question)}`, 303);
});

export default function Versions() {
  const page = useLoaderData<typeof loader>();
  const { t } = useText();
  const { refused } = useAnswer();
  return (
    <Page
      side="apply"
      title={t("apply.versions.title", { question: page.label })}
      lead={t("apply.versions.lead")}
      crumbs={[
        { label: t("apply.list.title"), to: paths.apply() },
        { label: page.proposalTitle || t("apply.list.untitled"), to: paths.proposal(page.proposal) },
        { label: page.sectionTitle, to: paths.proposalSection(page.proposal, page.section) },
        { label: t("apply.versions.link") },
      ]}
      notices={refused ? <Notice kind="error" title={refused} /> : null}
    >
      <VersionsList page={page} />
      <Actions>
        <LinkButton kind="quiet" to={`${paths.proposalSection(page.proposal, page.section)}#${page.question}`}>
          {t("apply.versions.back")}
        </LinkButton>
      </Actions>
    </Page>
  );
}
