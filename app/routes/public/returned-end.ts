import { redirect } from "@remix-run/node";
import { localPath } from "~/access/local-path";
import { discardReturned } from "~/access/returned-form.server";
import { asVisitor } from "~/access/sides.server";
import { paths } from "~/ui/paths";
import { returnedField } from "~/ui/reader";

/** What was sent when its session had ended is forgotten, because its author does not want it back. */
export const action = asVisitor(async ({ request, session, context, now }) => {
  const form = await request.formData();
  const names = form.getAll(returnedField).map(String);
  const cookie = session ? await discardReturned(request.headers.get("cookie"), session.person, names, now) : null;
  if (cookie) context.setCookie(cookie);
  return redirect(localPath(form.get("to")) ?? paths.home(), 303);
});
