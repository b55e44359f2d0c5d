import { redirect } from "@remix-run/node";
import { endSession } from "~/access/lucia.server";
import { asVisitor } from "~/access/sides.server";
import { signOutEverywhere } from "~/access/sign-out.server";
import { paths } from "~/ui/paths";

export const loader = asVisitor(() => redirect(paths.home(), 303));

export const action = asVisitor(async ({ request, session, now }) => {
  if (!session) return redirect(paths.home(), 303);
  const everywhere = (await request.formData()).get("everywhere") === "yes";
  if (everywhere) await signOutEverywhere(session.person, now);
  return redirect(paths.home(), { status: 303, headers: { "Set-Cookie": await endSession(session.id) } });
});
