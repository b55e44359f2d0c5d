import { redirect } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { asManager } from "~/access/sides.server";
import { assignReviewer } from "~/assignments/assign-reviewer.server";
import { AssigningForm } from "~/assignments/assigning-form";
import { assigningPage } from "~/assignments/assigning-page.server";
import { assignmentForm } from "~/assignments/assignment.forms";
import { datesForAssigning } from "~/assignments/coverage.queries.server";
import { fromForm } from "~/forms/from-form";
import { Reviewers } from "~/proposals/proposal-review";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "manage.assigning.title" };

export const loader = asManager(({ params, person, now, locale }) =>
  assigningPage(person, params.proposal ?? "", now, locale),
);

export const action = asManager(async ({ params, request, actor, person, now }) => {
  const proposal = params.proposal ?? "";
  const form = assignmentForm(await datesForAssigning(person, proposal), now);
  const { reviewer, due } = fromForm(form, await request.formData());
  await assignReviewer(actor, { proposal, reviewer, dueAt: due }, now);
  return redirect(`${paths.proposalAssignments(proposal)}?assigned=yes`, 303);
});

export default function ProposalAssignments() {
  const page = useLoaderData<typeof loader>();
  const [asked] = useSearchParams();
  const { t } = useText();
  return (
    <Page
      side="manage"
      title={t("manage.assigning.title")}
      above={<bdi>{page.title}</bdi>}
      lead={t("manage.assigning.lead")}
      call={page.callTitle}
      crumbs={[
        { label: t("manage.assigning.board_title"), to: paths.assignments(page.slug) },
        { label: page.title, to: paths.manageProposal(page.id) },
        { label: t("manage.assigning.title") },
      ]}
      notices={asked.get("assigned") ? <Notice kind="saved">{t("manage.assigning.assigned")}</Notice> : null}
      wide
    >
      <Reviewers asked={page.taken} zone={page.zone} />
      <AssigningForm page={page} />
    </Page>
  );
}
