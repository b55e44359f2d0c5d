import { redirect } from "@remix-run/node";
import { endSession } from "~/access/lucia.server";
import { noSessionEnd } from "~/access/session-end.server";
import { asVisitor } from "~/access/sides.server";
import { signOutEverywhere } from "~/access/sign-out.server";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "public.sign_out.title" };

export const loader = asVisitor(({ session }) => (session ? null : redirect(paths.home(), 303)));

export const action = asVisitor(async ({ request, session, context, now }) => {
  if (!session) return redirect(paths.home(), 303);
  const everywhere = (await request.formData()).get("everywhere") === "yes";
  if (everywhere) await signOutEverywhere(session.person, now);
  context.setCookie(noSessionEnd);
  // What the browser kept for this session is not for whoever comes next.
  const headers = { "Set-Cookie": await endSession(session.id), "Clear-Site-Data": '"storage"' };
  return redirect(paths.home(), { status: 303, headers });
});

export default function SignOut() {
  const { t } = useText();
  return (
    <Page side="public" title={t("public.sign_out.title")} lead={t("public.sign_out.lead")}>
      <form method="post">
        <Actions>
          <Button kind="main" name="everywhere" value="yes">
            {t("public.sign_out.everywhere")}
          </Button>
          <Button kind="quiet">{t("public.sign_out.here")}</Button>
        </Actions>
      </form>
    </Page>
  );
}
