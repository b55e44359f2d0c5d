import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { tokenForm } from "~/access/account.forms";
import { AskForAnotherLink } from "~/access/account-fields";
import { localPath } from "~/access/local-path";
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
export const loader = asVisitor(({ request }) => {
  const { searchParams } = new URL(request.url);
  return { token: searchParams.get("token") ?? "", to: localPath(searchParams.get("to")) ?? "" };
});

export const action = asVisitor(async ({ request, now }) => {
  const form = await request.formData();
  const { token } = fromForm(tokenForm, form);
  const headers = { "Set-Cookie": await verifyAddress(token, now) };
  return redirect(localPath(form.get("to")) ?? paths.apply(), { status: 303, headers });
});

export default function Verify() {
  const { token, to } = useLoaderData<typeof loader>();
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
        <input type="hidden" name="to" value={to} />
        <Actions>
          <Button kind="main">{t("public.verify.act")}</Button>
        </Actions>
      </form>
      <AskForAnotherLink />
    </Page>
  );
}
