import { redirect } from "@remix-run/node";
import { asApplicant } from "~/access/sides.server";
import { startProposal } from "~/proposals/start-proposal.server";
import { paths } from "~/ui/paths";

export const loader = asApplicant(({ params }) => redirect(paths.call(params.slug ?? ""), 303));

export const action = asApplicant(async ({ params, actor, now }) =>
  redirect(paths.proposal(await startProposal(actor, params.slug ?? "", now)), 303),
);
