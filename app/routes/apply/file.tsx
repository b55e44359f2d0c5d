import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asApplicant } from "~/access/sides.server";
import { uploadFromForm } from "~/documents/upload-without-javascript.server";
import { FileForm } from "~/proposals/file-form";
import { filePage } from "~/proposals/file-page.server";
import { proposalInHand } from "~/proposals/own-proposals.queries.server";
import { ErrorSummary } from "~/ui/error-summary";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: (_reader, data: { label: string }) => data.label };

export const loader = asApplicant(async ({ params, actor, locale, now }) =>
  filePage(await proposalInHand(actor, params.proposal ?? "", locale, now), params.question ?? "", now),
);

export const action = asApplicant(async ({ params, request, actor, person, locale, now }) => {
  const { proposal = "", question = "" } = params;
  await uploadFromForm(person, { proposal, question }, request, now);
  const { section } = filePage(await proposalInHand(actor, proposal, locale, now), question, now);
  return redirect(`${paths.proposalSection(proposal, section)}#${encodeURIComponent(question)}`, 303);
});

export default function File() {
  const page = useLoaderData<typeof loader>();
  const { t } = useText();
  const { problems } = useAnswer();
  return (
    <Page
      side="apply"
      title={<bdi lang={page.language}>{page.label}</bdi>}
      crumbs={[
        { label: t("apply.list.title"), to: paths.apply() },
        { label: page.proposalTitle || t("apply.list.untitled"), to: paths.proposal(page.proposal) },
        { label: page.sectionTitle, to: paths.proposalSection(page.proposal, page.section) },
        { label: page.label },
      ]}
      notices={<ErrorSummary problems={problems} />}
    >
      <FileForm page={page} />
    </Page>
  );
}
