import { useLoaderData } from "@remix-run/react";
import { asManager } from "~/access/sides.server";
import { proposalPage } from "~/eligibility/proposal-page.server";
import { Facts, PossibleActs } from "~/proposals/proposal-facts";
import { Documents, Versions } from "~/proposals/proposal-records";
import { Checks, Reviewers, WhatWasResolved } from "~/proposals/proposal-review";
import { WhatIsProposed, WhoApplies } from "~/proposals/proposal-view";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: (_reader, data: { title: string }) => data.title };

export const loader = asManager(({ params, person, now, locale }) =>
  proposalPage(person, params.proposal ?? "", now, locale),
);

export default function Proposal() {
  const { title, slug, callTitle, zone, currency, ...found } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page
      side="manage"
      title={<bdi>{title || t("manage.proposals.untitled")}</bdi>}
      call={callTitle}
      wide
      crumbs={[
        { label: callTitle, to: paths.manageCall(slug) },
        { label: t("manage.proposal.to_list"), to: paths.manageProposals(slug) },
        { label: title || t("manage.proposals.untitled") },
      ]}
      asideLabel={t("manage.proposal.facts")}
      aside={
        <>
          <h2>{t("manage.proposal.facts")}</h2>
          <Facts facts={found.facts} />
          <p>
            <a href={paths.conflicts(found.id)}>{t("manage.conflicts.title")}</a>
          </p>
        </>
      }
    >
      <PossibleActs acts={found.acts} waits={found.waits} />
      <WhoApplies team={found.team} sections={found.identity} currency={currency} />
      <WhatWasResolved resolved={found.resolved} currency={currency} zone={zone} />
      <Checks checks={found.checks} zone={zone} />
      <Reviewers asked={found.reviewers} zone={zone} />
      <Documents documents={found.documents} />
      <Versions versions={found.versions} zone={zone} />
      <WhatIsProposed sections={found.blind} currency={currency} />
    </Page>
  );
}
