import { useLoaderData } from "@remix-run/react";
import { asApplicant } from "~/access/sides.server";
import { ownProposals } from "~/proposals/own-proposals.queries.server";
import { isOut } from "~/proposals/proposal.status";
import { StatusBadge } from "~/proposals/status-badge";
import { Disclosure } from "~/ui/disclosure";
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
  const discarded = proposals.filter(({ status }) => status === "discarded");
  return (
    <Page
      side="apply"
      title={t("apply.list.title")}
      actions={<LinkButton to={paths.calls()}>{t("apply.list.see_calls")}</LinkButton>}
    >
      {proposals.length === 0 ? (
        <EmptyState title={t("apply.list.none")}>{t("apply.list.none_about")}</EmptyState>
      ) : (
        <>
          <OwnListing proposals={proposals.filter(({ status }) => status !== "discarded")} />
          {discarded.length > 0 ? (
            <Disclosure summary={t("apply.list.discarded", { count: discarded.length })}>
              <OwnListing proposals={discarded} />
            </Disclosure>
          ) : null}
        </>
      )}
    </Page>
  );
}

function OwnListing({ proposals }: { proposals: Awaited<ReturnType<typeof ownProposals>> }) {
  const { t } = useText();
  return (
    <Listing
      level={2}
      items={proposals.map(({ id, title, status, call, closesAt, zone }) => ({
        key: id,
        title: <bdi>{title || t("apply.list.untitled")}</bdi>,
        to: paths.proposal(id),
        badge: <StatusBadge status={status} />,
        facts: isOut(status) ? [call] : [call, <TimeLeft key="close" at={closesAt} zone={zone} />],
      }))}
    />
  );
}
