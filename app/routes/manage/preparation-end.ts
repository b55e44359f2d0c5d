import { redirect } from "@remix-run/node";
import { asManager } from "~/access/sides.server";
import { releaseDesk } from "~/decisions/release-desk.queries.server";
import { takeBackPreparation } from "~/decisions/take-back-preparation.server";
import { paths } from "~/ui/paths";

export const loader = asManager(({ params }) => redirect(paths.release(params.slug ?? ""), 303));

/** A prepared release is taken back. */
export const action = asManager(async ({ params, actor, person, now }) => {
  const { call } = await releaseDesk(person, params.slug ?? "", now);
  await takeBackPreparation(actor, call.id, now);
  return redirect(paths.release(call.slug), 303);
});
