import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { emailForm } from "~/access/account.forms";
import { EmailField } from "~/access/account-fields";
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

export const loader = asVisitor(({ request }) => ({ sent: new URL(request.url).searchParams.has("sent") }));

export const action = asVisitor(async ({ request, context, now }) => {
  const { email } = fromForm(emailForm, await request.formData());
  await askForNewPassword(email, { address: context.address, now });
  return redirect(`${paths.forgottenPassword()}?sent`, 303);
});

export default function ForgottenPassword() {
  const { sent } = useLoaderData<typeof loader>();
  const { t } = useText();
  const { problems } = useAnswer();
  return (
    <Page
      side="public"
      title={t("public.forgotten.title")}
      lead={t("public.forgotten.lead")}
      notices={<ErrorSummary problems={problems} />}
    >
      {sent ? <Notice kind="saved">{t("public.forgotten.sent")}</Notice> : null}
      <form method="post" noValidate>
        <EmailField />
        <Actions>
          <Button kind="main">{t("public.forgotten.act")}</Button>
        </Actions>
      </form>
    </Page>
  );
}
