import { useLoaderData } from "@remix-run/react";
import { asApplicant } from "~/access/sides.server";
import { proposalInHand } from "~/proposals/own-proposals.queries.server";
import { ProposalDesk } from "~/proposals/proposal-desk";
import { deskOf } from "~/proposals/proposal-desk.server";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "apply.tasks.title" };

export const loader = asApplicant(async ({ params, actor, locale, now }) =>
  deskOf(await proposalInHand(actor, params.proposal ?? "", locale, now), now),
);

export default function Proposal() {
  return <ProposalDesk desk={useLoaderData<typeof loader>()} />;
}
