import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { newPasswordForm } from "~/access/account.forms";
import { AskForAnotherLink, PasswordField } from "~/access/account-fields";
import { localPath } from "~/access/local-path";
import { setNewPassword } from "~/access/reset-password.server";
import { asVisitor } from "~/access/sides.server";
import { fromForm } from "~/forms/from-form";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "public.reset.title" };

export const loader = asVisitor(({ request }) => {
  const { searchParams } = new URL(request.url);
  return { token: searchParams.get("token") ?? "", to: localPath(searchParams.get("to")) ?? "" };
});

export const action = asVisitor(async ({ request, now }) => {
  const form = await request.formData();
  const cookie = await setNewPassword(fromForm(newPasswordForm, form), now);
  return redirect(localPath(form.get("to")) ?? paths.home(), { status: 303, headers: { "Set-Cookie": cookie } });
});

export default function ResetPassword() {
  const { token, to } = useLoaderData<typeof loader>();
  const { t } = useText();
  const { problems, typedOr } = useAnswer();
  return (
    <Page
      side="public"
      title={t("public.reset.title")}
      lead={t("public.reset.lead")}
      notices={<ErrorSummary problems={problems} />}
    >
      <form method="post" noValidate>
        <input type="hidden" name="token" value={typedOr("token", token)} />
        <input type="hidden" name="to" value={typedOr("to", to)} />
        <PasswordField label={t("public.reset.password")} isNew />
        <Actions>
          <Button kind="main">{t("public.reset.act")}</Button>
        </Actions>
      </form>
      <AskForAnotherLink />
    </Page>
  );
}
