import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { signUpForm } from "~/access/account.forms";
import { EmailField, PasswordField } from "~/access/account-fields";
import { localPath } from "~/access/local-path";
import { asVisitor } from "~/access/sides.server";
import { signUp } from "~/access/sign-up.server";
import { fromForm } from "~/forms/from-form";
import { Actions } from "~/ui/actions";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import type { PageHandle } from "~/ui/page-handle";
import { paths } from "~/ui/paths";
import { TextField } from "~/ui/text-field";
import { useAnswer } from "~/ui/use-answer";
import { useText } from "~/ui/use-text";

export const handle: PageHandle = { title: "public.sign_up.title" };

export const loader = asVisitor(({ request }) => {
  const { searchParams } = new URL(request.url);
  return { sent: searchParams.has("sent"), to: localPath(searchParams.get("to")) ?? "" };
});

export const action = asVisitor(async ({ request, context, locale, now }) => {
  const form = await request.formData();
  const to = localPath(form.get("to"));
  await signUp(fromForm(signUpForm, form), { address: context.address, locale, now, to });
  return redirect(`${paths.signUp()}?sent`, 303);
});

export default function SignUp() {
  const { sent, to } = useLoaderData<typeof loader>();
  const { t } = useText();
  const { problems, errorOf, typedOr } = useAnswer();
  if (sent) {
    return (
      <Page side="public" title={t("public.sign_up.sent_title")}>
        <Notice kind="saved">{t("public.sign_up.sent")}</Notice>
      </Page>
    );
  }
  return (
    <Page side="public" title={t("public.sign_up.title")} notices={<ErrorSummary problems={problems} />}>
      <form method="post" noValidate>
        <input type="hidden" name="to" value={typedOr("to", to)} />
        <TextField
          name="name"
          autoComplete="name"
          dir="auto"
          label={t("public.sign_up.name")}
          hint={t("public.sign_up.name_hint")}
          error={errorOf("name")}
          defaultValue={typedOr("name", "")}
          required
        />
        <EmailField isNew />
        <PasswordField label={t("public.sign_in.password")} isNew />
        <Actions>
          <Button kind="main">{t("public.sign_up.submit")}</Button>
        </Actions>
      </form>
      <p>
        {t("public.sign_up.have_account")} <a href={paths.signIn(to)}>{t("public.sign_in.title")}</a>
      </p>
    </Page>
  );
}
