import { useLoaderData } from "@remix-run/react";
import { asApplicant } from "~/access/sides.server";
import { SubmittedVersion } from "~/proposals/submitted-version";
import { submittedVersion } from "~/proposals/submitted-version.server";
import type { PageHandle } from "~/ui/page-handle";

export const handle: PageHandle = { title: "apply.submitted.title" };

export const loader = asApplicant(({ params, actor, locale }) =>
  submittedVersion(actor, params.proposal ?? "", params.reference ?? "", locale),
);

export default function Submitted() {
  return <SubmittedVersion version={useLoaderData<typeof loader>()} />;
}
