import { useLoaderData } from "@remix-run/react";
import { asApplicant } from "~/access/sides.server";
import { ownProposals } from "~/proposals/own-proposals.queries.server";
import { StatusBadge } from "~/proposals/status-badge";
import { EmptyState } from "~/ui/empty-state";
import { LinkButton } from "~/ui/link-button";
import { Listing } from "~/ui/listing";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { TimeLeft } from "~/ui/time-left";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "apply.list.title" };

export const loader = asApplicant(async ({ actor, locale, now }) => ({
  proposals: await ownProposals(actor, locale, now),
}));

export default function Proposals() {
  const { proposals } = useLoaderData<typeof loader>();
  const { t } = useText();
  return (
    <Page
      side="apply"
      title={t("apply.list.title")}
      actions={<LinkButton to={paths.calls()}>{t("apply.list.see_calls")}</LinkButton>}
    >
      {proposals.length === 0 ? (
        <EmptyState title={t("apply.list.none")}>{t("apply.list.none_about")}</EmptyState>
      ) : (
        <Listing
          level={2}
          items={proposals.map((proposal) => ({
            key: proposal.id,
            title: <bdi>{proposal.title || t("apply.list.untitled")}</bdi>,
            to: paths.proposal(proposal.id),
            badge: <StatusBadge status={proposal.status} />,
            facts: [proposal.call, <TimeLeft key="close" at={proposal.closesAt} zone={proposal.zone} />],
          }))}
        />
      )}
    </Page>
  );
}
