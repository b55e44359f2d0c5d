import { redirect } from "@remix-run/node";
import { asApplicant } from "~/access/sides.server";
import { removeDocument } from "~/documents/remove-document.server";
import { uploadFromForm } from "~/documents/upload-without-javascript.server";
import { paths } from "~/ui/paths";

/** A file from a plain form, or the wish to take one away; the right is checked before the body is read. */
export const action = asApplicant(async ({ params, request, actor, person, now }) => {
  const proposal = params.proposal ?? "";
  const asked = new URL(request.url).searchParams;
  const remove = asked.get("remove");
  if (remove) await removeDocument(actor, remove, now);
  else await uploadFromForm(person, { proposal, question: asked.get("question") ?? "" }, request, now);
  return redirect(paths.proposalSection(proposal, asked.get("section") ?? ""), 303);
});
