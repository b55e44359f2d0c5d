import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asManager } from "~/access/sides.server";
import { decideEligibility } from "~/eligibility/decide-eligibility.server";
import { eligibilityForm } from "~/eligibility/eligibility.forms";
import { EligibilityCheck } from "~/eligibility/eligibility-check";
import { eligibilityPage } from "~/eligibility/eligibility-page.server";
import { fromForm } from "~/forms/from-form";
import { Facts } from "~/proposals/proposal-facts";
import { Documents } from "~/proposals/proposal-records";
import { Checks } from "~/proposals/proposal-review";
import { WhatIsProposed, WhoApplies } from "~/proposals/proposal-view";
import { ErrorSummary } from "~/ui/error-summary";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "manage.eligibility.title" };

export const loader = asManager(({ params, person, now, locale }) =>
  eligibilityPage(person, params.proposal ?? "", now, locale),
);

export const action = asManager(async ({ params, request, actor, now }) => {
  const id = params.proposal ?? "";
  await decideEligibility(actor, id, fromForm(eligibilityForm, await request.formData()), now);
  return redirect(paths.manageProposal(id), 303);
});

export default function Eligibility() {
  const page = useLoaderData<typeof loader>();
  const { t } = useText();
  const { problems } = useAnswer();
  return (
    <Page
      side="manage"
      title={t("manage.eligibility.title")}
      above={<bdi>{page.title}</bdi>}
      lead={t("manage.eligibility.lead")}
      call={page.callTitle}
      crumbs={[
        { label: t("manage.proposal.to_list"), to: paths.manageProposals(page.slug) },
        { label: page.title, to: paths.manageProposal(page.id) },
        { label: t("manage.eligibility.title") },
      ]}
      notices={<ErrorSummary problems={problems} />}
      wide
      asideLabel={t("manage.eligibility.outcome")}
      aside={<EligibilityCheck state={page.facts.state} outcomes={page.outcomes} waits={page.waits} />}
    >
      <h2>{t("manage.eligibility.criteria")}</h2>
      <ul>
        {page.criteria.map((criterion) => (
          <li key={criterion}>{criterion}</li>
        ))}
      </ul>
      <h2>{t("manage.eligibility.facts")}</h2>
      <Facts facts={page.facts} />
      <WhoApplies team={page.team} sections={page.identity} currency={page.currency} />
      <Documents documents={page.documents} />
      <Checks checks={page.checks} zone={page.zone} />
      <WhatIsProposed sections={page.blind} currency={page.currency} />
    </Page>
  );
}
