import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { emailForm } from "~/access/account.forms";
import { EmailField } from "~/access/account-fields";
import { localPath } from "~/access/local-path";
import { askForNewPassword } from "~/access/reset-password.server";
import { asVisitor } from "~/access/sides.server";
import { fromForm } from "~/forms/from-form";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "public.forgotten.title" };

export const loader = asVisitor(({ request }) => {
  const { searchParams } = new URL(request.url);
  return { sent: searchParams.has("sent"), to: localPath(searchParams.get("to")) ?? "" };
});

export const action = asVisitor(async ({ request, context, now }) => {
  const form = await request.formData();
  const { email } = fromForm(emailForm, form);
  await askForNewPassword(email, { address: context.address, now, to: localPath(form.get("to")) });
  return redirect(`${paths.forgottenPassword()}?sent`, 303);
});

export default function ForgottenPassword() {
  const { sent, to } = useLoaderData<typeof loader>();
  const { t } = useText();
  const { problems, typedOr } = useAnswer();
  return (
    <Page
      side="public"
      title={t("public.forgotten.title")}
      lead={t("public.forgotten.lead")}
      notices={<ErrorSummary problems={problems} />}
    >
      {sent ? <Notice kind="saved">{t("public.forgotten.sent")}</Notice> : null}
      <form method="post" noValidate>
        <input type="hidden" name="to" value={typedOr("to", to)} />
        <EmailField />
        <Actions>
          <Button kind="main">{t("public.forgotten.act")}</Button>
        </Actions>
      </form>
    </Page>
  );
}
