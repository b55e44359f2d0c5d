import { useLoaderData } from "@remix-run/react";
import { asApplicant } from "~/access/sides.server";
import { BlindPreview } from "~/proposals/blind-preview";
import { blindPreview } from "~/proposals/blind-preview.server";
import { proposalInHand } from "~/proposals/own-proposals.queries.server";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "apply.preview.title" };

export const loader = asApplicant(async ({ params, actor, locale, now }) =>
  blindPreview(await proposalInHand(actor, params.proposal ?? "", locale, now), actor, now),
);

export default function AsReviewersSeeIt() {
  return <BlindPreview preview={useLoaderData<typeof loader>()} />;
}
