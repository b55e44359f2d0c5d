import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { tokenForm } from "~/access/account.forms";
import { AskForAnotherLink } from "~/access/account-fields";
import { asVisitor } from "~/access/sides.server";
import { verifyAddress } from "~/access/verify-address.server";
import { fromForm } from "~/forms/from-form";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "public.verify.title" };

/** Looking at the link does nothing: scanners of mail look, too. The button uses it up. */
export const loader = asVisitor(({ request }) => ({ token: new URL(request.url).searchParams.get("token") ?? "" }));

export const action = asVisitor(async ({ request, now }) => {
  const { token } = fromForm(tokenForm, await request.formData());
  return redirect(paths.apply(), { status: 303, headers: { "Set-Cookie": await verifyAddress(token, now) } });
});

export default function Verify() {
  const { token } = useLoaderData<typeof loader>();
  const { t } = useText();
  const { problems } = useAnswer();
  return (
    <Page
      side="public"
      title={t("public.verify.title")}
      lead={t("public.verify.lead")}
      notices={<ErrorSummary problems={problems} />}
    >
      <form method="post">
        <input type="hidden" name="token" value={token} />
        <Actions>
          <Button kind="main">{t("public.verify.act")}</Button>
        </Actions>
      </form>
      <AskForAnotherLink />
    </Page>
  );
}
