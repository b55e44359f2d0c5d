import { redirect } from "@remix-run/node";
import { asManager } from "~/access/sides.server";
import { endsReviewsField } from "~/decisions/decision.forms";
import { prepareRelease } from "~/decisions/prepare-release.server";
import { releaseDesk } from "~/decisions/release-desk.queries.server";
import { paths } from "~/ui/paths";

export const loader = asManager(({ params }) => redirect(paths.release(params.slug ?? ""), 303));

/** One officer asks for the release; the address does nothing else, whatever stands by then. */
export const action = asManager(async ({ params, request, actor, person, now }) => {
  const { call } = await releaseDesk(person, params.slug ?? "", now);
  await prepareRelease(actor, call.id, now, (await request.formData()).has(endsReviewsField));
  return redirect(paths.release(call.slug), 303);
});
