import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asApplicant } from "~/access/sides.server";
import { graceToken } from "~/proposals/grace-token.server";
import { lastLook } from "~/proposals/last-look.server";
import { proposalInHand } from "~/proposals/own-proposals.queries.server";
import { submissionPage } from "~/proposals/proposal-desk.server";
import { SubmissionPage } from "~/proposals/submission-page";
import { submitProposal } from "~/proposals/submit-proposal.server";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";

export const handle: PageHandle = { title: "apply.submit.title" };

export const loader = asApplicant(async ({ params, actor, person, locale, now }) => {
  const hand = await proposalInHand(actor, params.proposal ?? "", locale, now);
  const page = submissionPage(hand, now);
  return {
    ...page,
    grace: graceToken(person, hand.id, now),
    // The last look is at what reviewers would notice, too.
    findings: page.missing.length === 0 ? await lastLook(hand, actor, now) : null,
  };
});

export const action = asApplicant(async ({ params, request, actor, now }) => {
  await submitProposal(actor, params.proposal ?? "", (await request.formData()).get("grace"), now);
  return redirect(paths.receipt(params.proposal ?? ""), 303);
});

export default function Submission() {
  return <SubmissionPage page={useLoaderData<typeof loader>()} />;
}
