import { redirect } from "@remix-run/node";
import { asApplicant } from "~/access/sides.server";
import { removeDocument } from "~/documents/remove-document.server";
import { paths } from "~/ui/paths";

/** Takes a file away again and goes back to where it was. */
export const action = asApplicant(async ({ params, request, actor, now }) => {
  const asked = new URL(request.url).searchParams;
  await removeDocument(actor, asked.get("remove") ?? "", now);
  return redirect(paths.proposalSection(params.proposal ?? "", asked.get("section") ?? ""), 303);
});
